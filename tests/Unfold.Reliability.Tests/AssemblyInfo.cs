// The scenarios start trainings: side by side they would only slow one another down.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
