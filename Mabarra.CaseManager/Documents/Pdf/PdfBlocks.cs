namespace Mabarra.CaseManager.Documents.Pdf;

/// <summary>One piece of a document's body, stacked from top to bottom.</summary>
public abstract record PdfBlock;

/// <summary>A heading; it never stands alone at the foot of a page.</summary>
/// <param name="Level">1 for a section, 2 for a part of one.</param>
public sealed record PdfHeading(PdfText Text, int Level = 1) : PdfBlock;

public enum PdfTextLook
{
    Body,
    Small,
    Lead,
}

public enum PdfAlign
{
    Start,
    Center,
    End,
}

public sealed record PdfParagraph(PdfText Text, PdfTextLook Look = PdfTextLook.Body, PdfAlign Align = PdfAlign.Start) : PdfBlock;

/// <summary>A labelled value.</summary>
/// <param name="Wide">The field takes a whole row of the grid.</param>
public sealed record PdfField(string Label, PdfText Value, bool Wide = false);

/// <summary>A grid of labelled values, in one to three columns.</summary>
public sealed record PdfKeyValues(IReadOnlyList<PdfField> Fields, int Columns = 2) : PdfBlock;

/// <param name="Weight">Share of the table's width.</param>
public sealed record PdfColumn(string Header, float Weight = 1, PdfAlign Align = PdfAlign.Start);

/// <summary>A table whose header stands again at the top of each page it runs over.</summary>
public sealed record PdfTable(IReadOnlyList<PdfColumn> Columns, IReadOnlyList<IReadOnlyList<PdfText>> Rows) : PdfBlock;

public enum PdfMark
{
    /// <summary>An empty square, to be ticked by hand.</summary>
    Empty,
    Done,
    Missing,

    /// <summary>Not asked for in this case (exempted or not applicable).</summary>
    NotNeeded,
}

/// <param name="Note">A quiet remark after the text.</param>
public sealed record PdfCheckItem(PdfText Text, PdfMark Mark, PdfText? Note = null);

public sealed record PdfChecklist(IReadOnlyList<PdfCheckItem> Items, int Columns = 1) : PdfBlock;

public enum PdfTone
{
    /// <summary>The association's green: a promise or a result.</summary>
    Calm,

    /// <summary>Amber: something is still missing.</summary>
    Attention,
}

/// <summary>The one thing the reader must not miss, large and in a box of its own, such as the reply date.</summary>
/// <param name="Size">Of the large words, in points.</param>
public sealed record PdfNotice(PdfText Label, PdfText Big, PdfText? Note = null, PdfTone Tone = PdfTone.Calm, float Size = 19) : PdfBlock;

/// <summary>A place to be filled in by hand.</summary>
/// <param name="Weight">Share of its row's width.</param>
/// <param name="Squares">One a digit; a plain frame when 0.</param>
/// <param name="Lines">Of writing.</param>
public sealed record PdfBlank(string Label, float Weight = 1, int Squares = 0, int Lines = 1);

/// <summary>Rows of places to be filled in by hand.</summary>
public sealed record PdfBlanks(params IReadOnlyList<IReadOnlyList<PdfBlank>> Rows) : PdfBlock;

/// <summary>A table of empty rows.</summary>
public sealed record PdfBlankTable(IReadOnlyList<PdfColumn> Columns, int Rows) : PdfBlock;

/// <summary>A place to sign.</summary>
/// <param name="Image">PNG or JPEG of the signature; an empty line is drawn without one.</param>
/// <param name="Details">Lines below, such as the date or the witness.</param>
public sealed record PdfSignature(string Role, PdfText Name, ReadOnlyMemory<byte>? Image = null, params IReadOnlyList<PdfField> Details);

/// <summary>Places to sign, side by side; never split over two pages.</summary>
public sealed record PdfSignatures(params IReadOnlyList<PdfSignature> Places) : PdfBlock;

/// <param name="Data">PNG or JPEG.</param>
/// <param name="MaxHeight">In points.</param>
public sealed record PdfImage(ReadOnlyMemory<byte> Data, float MaxHeight = 240, PdfText? Caption = null, PdfAlign Align = PdfAlign.Center) : PdfBlock;

/// <summary>A square code beside its explanation.</summary>
public sealed record PdfQr(string Content, PdfText Caption, float Size = 72) : PdfBlock;

public sealed record PdfSpacer(float Height) : PdfBlock;

public sealed record PdfPageBreak : PdfBlock;

public sealed record PdfColumnOfBlocks(IReadOnlyList<PdfBlock> Blocks, float Weight = 1);

/// <summary>Blocks that belong on one page, such as a declaration and its signatures; what is taller than a page flows.</summary>
public sealed record PdfTogether(params IReadOnlyList<PdfBlock> Blocks) : PdfBlock;

/// <summary>Blocks side by side, kept on one page; what is taller than a page is set one below the other.</summary>
public sealed record PdfColumns(params IReadOnlyList<PdfColumnOfBlocks> Columns) : PdfBlock;
