using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Documents.Pdf;

namespace Mabarra.CaseManager.Intake.Papers;

/// <summary>Many papers in one file.</summary>
/// <param name="Left">Requests whose paper could not be printed, and why.</param>
public sealed record PrintedBatch(ReadOnlyMemory<byte> Pdf, int Count, IReadOnlyList<(string Number, Breach Why)> Left);

/// <summary>
/// Prints the papers of several requests at once: each is issued as it would be alone, or found again, and put behind the others. A paper that would not be true of its request is left out and named.
/// </summary>
public sealed class PrintBatch(RequestPapers papers, IssuedDocuments issued)
{
    /// <summary>More than this nobody carries to the printer, and the file is made in memory.</summary>
    public const int Most = 200;

    /// <param name="requests">Id and number, in the order they are printed.</param>
    /// <param name="progress">Told how many are done.</param>
    public async Task<PrintedBatch> PrintAsync(
        Act act, IReadOnlyList<(Guid Id, string Number)> requests, IssuedKind kind, IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        act.Require(IntakeModule.ViewPermission);
        if (requests.Count > Most)
            throw new RuleViolation("intake.print.toomany", null, Most);
        var (files, left) = (new List<byte[]>(), new List<(string, Breach)>());
        foreach (var (id, number) in requests)
        {
            cancel.ThrowIfCancellationRequested();
            try
            {
                files.Add(await BytesAsync(act, await papers.PrintAsync(act, id, kind, cancel), cancel));
            }
            catch (RuleViolation violation)
            {
                left.Add((number, violation.Breaches[0]));
            }
            progress?.Report(files.Count + left.Count);
        }
        return new PrintedBatch(files.Count == 0 ? default : PdfJoin.Of(files), files.Count, left);
    }

    private async Task<byte[]> BytesAsync(Act act, Guid paper, CancellationToken cancel)
    {
        await using var opened = await issued.OpenAsync(act, paper, cancel);
        using var bytes = new MemoryStream((int)opened.Length);
        await opened.Content.CopyToAsync(bytes, cancel);
        return bytes.ToArray();
    }
}
