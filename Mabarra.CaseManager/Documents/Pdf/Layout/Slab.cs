using SkiaSharp;

namespace Mabarra.CaseManager.Documents.Pdf.Layout;

/// <summary>An unbreakable strip of the body, as wide as its column. Pages are filled with these.</summary>
/// <param name="Draw">Draws it with its left top corner at the given place.</param>
internal sealed record Slab(float Height, Action<SKCanvas, float, float> Draw)
{
    /// <summary>Space above, dropped at the top of a page.</summary>
    public float Gap { get; init; }

    /// <summary>May not be the last on its page (a heading, the first line of a paragraph).</summary>
    public bool KeepWithNext { get; init; }

    /// <summary>Drawn again above this one where it starts a page: a table's header.</summary>
    public Slab? RunningHead { get; init; }

    /// <summary>Nothing but the wish for a new page.</summary>
    public bool IsPageBreak { get; init; }

    public static Slab PageBreak { get; } = new(0, (_, _, _) => { }) { IsPageBreak = true };
}
