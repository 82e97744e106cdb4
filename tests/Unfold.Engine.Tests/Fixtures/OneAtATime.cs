// Torch's default generator, its thread count and the process's tensors are global: runs beside each other would disturb each other's seeds.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
