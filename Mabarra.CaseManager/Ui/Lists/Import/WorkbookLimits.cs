namespace Mabarra.CaseManager.Ui;

/// <summary>How much of somebody's workbook is unpacked (B49): 200 MB of zeros fit into a file of 194 KB.</summary>
public static class WorkbookLimits
{
    public const int MegaByte = 1024 * 1024;

    /// <summary>The file as it comes.</summary>
    public const int LargestFile = 30 * MegaByte;

    public const int MostEntries = 1000;

    /// <summary>One part unpacked; a hundred thousand full rows are some 200 MB.</summary>
    internal const long LargestPart = 500L * MegaByte;

    /// <summary>A part that describes others; ours are a few kilobytes.</summary>
    internal const long LargestIndex = 4L * MegaByte;

    /// <summary>Texts of the workbook, which are kept in memory while it is read.</summary>
    internal const int LargestTexts = 160 * MegaByte;

    /// <summary>A part may grow so many times when it is unpacked; small ones are let be.</summary>
    internal const int Ratio = 100;

    internal const long Harmless = 10L * MegaByte;

    /// <summary>Rows of a sheet that are read, the header among them.</summary>
    public const int MostRows = 200_001;

    /// <summary>Values beyond are read as one column: no form has so many.</summary>
    internal const int MostColumns = 300;

    internal static RuleViolation Refused(string reason, params IReadOnlyList<object> args) => new($"ui.workbook.{reason}", null, args);
}
