// TorchSharp 0.107 hands native calls scalars that nothing keeps alive: a collection that another thread starts in that instant frees them.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
