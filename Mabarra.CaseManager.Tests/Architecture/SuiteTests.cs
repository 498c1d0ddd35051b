using Mabarra.CaseManager.Tests.Support;

namespace Mabarra.CaseManager.Tests.Architecture;

/// <summary>What a class named "…Suite" promises on one database is promised on the other. (Houses for tests of pages and files need one database only.)</summary>
public sealed class SuiteTests
{
    [Fact]
    public void Every_suite_runs_on_both_databases()
    {
        var types = typeof(SuiteTests).Assembly.GetTypes();
        var suites = types.Where(t => t.IsAbstract && t.Name.EndsWith("Suite", StringComparison.Ordinal) && t.GetConstructors(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic)
            .Any(c => c.GetParameters() is [{ ParameterType: var p }, ..] && p == typeof(TestDatabase))).ToList();
        var forgotten = suites.Where(suite =>
            !types.Any(t => !t.IsAbstract && t.IsSubclassOf(suite) && t.Namespace!.EndsWith(".Postgres", StringComparison.Ordinal)) ||
            !types.Any(t => !t.IsAbstract && t.IsSubclassOf(suite) && !t.Namespace!.EndsWith(".Postgres", StringComparison.Ordinal)));
        Assert.NotEmpty(suites);
        Assert.Empty(forgotten.Select(t => t.Name));
    }
}
