using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.PolicyLibrary;

/// <summary>A row of a version's text, verbatim. The editor's remarks stand beside it, never in it (R2).</summary>
public sealed class PolicyClause : CaseEntity, IAudited
{
    public const int LongestText = 4000;
    public const int LongestKey = 40;

    private PolicyClause()
    {
    }

    internal PolicyClause(Guid versionId, ClauseText text, int order)
    {
        (VersionId, Order) = (versionId, order);
        Change(text);
    }

    public Guid VersionId { get; private set; }

    public int Order { get; private set; }

    /// <summary><c>ت-6</c>; a heading's own letter or word.</summary>
    public string Key { get; private set; } = "";

    public ClauseKind Kind { get; private set; }

    /// <summary>The number as the text has it: <c>٦</c>.</summary>
    public string? Mark { get; private set; }

    public string TextAr { get; private set; } = "";

    /// <summary>An editor's remark, such as the likely reading of a slip of the pen.</summary>
    public string? Footnote { get; private set; }

    /// <summary>One of the rows that oblige; headings do not.</summary>
    public bool IsClause => Kind is ClauseKind.Item or ClauseKind.Running;

    public Guid AuditedRecordId => VersionId;

    internal ClauseText Text => new(Key, Kind, Mark, TextAr, Footnote);

    internal void Change(ClauseText text) => (Key, Kind, Mark, TextAr, Footnote) = (text.Key, text.Kind, text.Mark, text.TextAr, text.Footnote);

    internal void MoveTo(int order) => Order = order;
}

/// <summary>The words of one row.</summary>
public sealed record ClauseText(string Key, ClauseKind Kind, string? Mark, string TextAr, string? Footnote);
