// Most of these tests wait for real time rather than for a processor, so more of them run at once than there are.
[assembly: CollectionBehavior(MaxParallelThreads = 3)]
