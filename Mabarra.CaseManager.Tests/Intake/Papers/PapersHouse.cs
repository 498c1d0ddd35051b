using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Intake.Papers;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;

namespace Mabarra.CaseManager.Tests.Intake.Papers;

/// <summary>The desk with its printer: prints, and reads back what is on the paper.</summary>
public abstract partial class PapersHouse(TestDatabase database) : IntakeHouse(database)
{
    protected Act Clerk => By(StaffRole.FrontDesk);

    protected Task<Guid> PrintAsync(Guid request, IssuedKind kind, Act? act = null) =>
        The<RequestPapers>().PrintAsync(act ?? Clerk, request, kind, Cancel);

    protected async Task<byte[]> PdfAsync(Guid paper)
    {
        await using var opened = await The<IssuedDocuments>().OpenAsync(Clerk, paper, Cancel);
        using var whole = new MemoryStream();
        await opened.Content.CopyToAsync(whole, Cancel);
        return whole.ToArray();
    }

    protected async Task<string> TextAsync(Guid request, IssuedKind kind) => Read(await PdfAsync(await PrintAsync(request, kind)));

    protected static string Read(byte[] pdf) => PdfReading.Plain(Poppler.Text(pdf));

    /// <summary>Without any blank: a name may be broken over two lines of a narrow column.</summary>
    protected static string Dense(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    /// <summary>By which the paper is confirmed: it stands at the foot.</summary>
    protected static string CodeOn(string text) => Code().Matches(text)[^1].Value;

    /// <summary>By which the request is followed: it stands in the paper's body.</summary>
    protected static string TrackOn(string text) => Code().Matches(text)[0].Value;

    protected Task<Guid> RegisterAsync(BeneficiaryForm form) => The<BeneficiaryService>().RegisterAsync(Clerk, Guid.NewGuid(), form, Cancel);

    protected async Task<Guid> OpenAsync(Guid beneficiary, string service) =>
        await The<RequestService>().OpenAsync(Clerk, Guid.NewGuid(), await NewRequestAsync(beneficiary, service), Cancel);

    protected async Task<Guid> CompletedAsync(Guid? beneficiary = null)
    {
        var id = await ReadyRequestAsync(beneficiary: beneficiary);
        await CompleteAsync(id);
        return id;
    }

    protected Task<List<IssuedDocument>> IssuedAsync(Guid request) =>
        CountAsync(db => db.IssuedDocuments.Where(d => d.RecordId == request).OrderBy(d => d.IssuedAt));

    protected static byte[] HashOf(byte[] bytes) => SHA256.HashData(bytes);

    [GeneratedRegex("[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){3}", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Code();
}
