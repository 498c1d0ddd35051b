// More at once than the two cores of a small machine: many tests wait for a process, a browser or a server rather than compute.
[assembly: CollectionBehavior(MaxParallelThreads = 4)]
