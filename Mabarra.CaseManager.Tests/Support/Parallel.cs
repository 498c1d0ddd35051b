using Mabarra.CaseManager.Tests.Support;
using Xunit.Sdk;
using Xunit.v3;

// More at once than the two cores of a small machine: many tests wait for a process, a browser or a server rather than compute.
[assembly: Parallelization(MaxThreads = 4)]
[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace Mabarra.CaseManager.Tests.Support;

/// <summary>What takes minutes begins first, so that it does not run on alone when all else is done.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Longest = ["EveryPageTests", "CompletedStream", "KillTests", "DatabaseBoot", "Journey", "Doors"];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection => [.. testCollections.OrderBy(Place)];

    private static int Place<TTestCollection>(TTestCollection collection)
        where TTestCollection : ITestCollection =>
        Array.FindIndex(Longest, name => collection.TestCollectionDisplayName.Contains(name, StringComparison.Ordinal)) is >= 0 and var place ? place : Longest.Length;
}
