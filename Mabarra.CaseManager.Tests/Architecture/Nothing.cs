namespace Mabarra.CaseManager.Tests.Architecture;

/// <summary>Holds that nothing was found, and otherwise prints every find on a line of its own, not the first five.</summary>
internal static class Nothing
{
    public static void In(IEnumerable<string> finds)
    {
        string[] all = [.. finds.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Assert.True(all.Length == 0, string.Join(Environment.NewLine, all));
    }
}
