using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Tests.Documents;

/// <summary>Files over HTTP.</summary>
public sealed class DocumentWebTests() : DocumentWeb(TestDatabase.Sqlite())
{
    [Fact]
    public async Task Upload_streams_in_and_download_streams_out()
    {
        var pdf = Files.Pdf(padding: 300_000);
        using var client = await WithTokenAsync(Browser());
        using var answer = await client.PostAsync(UploadUrl(), Form(pdf, "هوية نورة.pdf"), Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var id = (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("id").GetGuid();
        using var back = await client.GetAsync(Url(DocumentLinks.Document(id)), Cancel);
        Assert.Equal(pdf, await back.Content.ReadAsByteArrayAsync(Cancel));
        Assert.Equal("هوية نورة.pdf", back.Content.Headers.ContentDisposition!.FileNameStar);
    }

    [Fact]
    public async Task C6_Upload_twice_with_one_key_stores_once()
    {
        var key = Guid.CreateVersion7();
        using var client = await WithTokenAsync(Browser());
        using var first = await client.PostAsync(UploadUrl(key), Form(Files.Pdf()), Cancel);
        using var second = await client.PostAsync(UploadUrl(key), Form(Files.Pdf()), Cancel);
        Assert.Equal(await first.Content.ReadAsStringAsync(Cancel), await second.Content.ReadAsStringAsync(Cancel));
        Assert.Equal((1, 1, 1), await CountAsync());
    }

    [Fact]
    public async Task Upload_without_the_antiforgery_token_is_refused()
    {
        using var client = Browser();
        using var answer = await client.PostAsync(UploadUrl(), Form(Files.Pdf()), Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal((0, 0, 0), await CountAsync());
    }

    [Fact]
    public async Task Nobody_uploads_or_downloads_without_signing_in()
    {
        var id = await StoreAsync(Files.Png());
        using var client = Browser(signedIn: false);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.PostAsync(UploadUrl(), Form(Files.Pdf()), Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync(Url(DocumentLinks.Document(id)), Cancel)).StatusCode);
    }

    [Fact]
    public async Task B44_A_refused_upload_says_why_in_a_clerks_words()
    {
        using var client = await WithTokenAsync(Browser());
        using var answer = await client.PostAsync(UploadUrl(), Form("<html></html>"u8.ToArray()), Cancel);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var breach = (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel))[0];
        Assert.Equal("documents.store.type", breach.GetProperty("code").GetString());
        Assert.Contains("PDF", breach.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task B52_Fifty_megabytes_are_refused_and_leave_nothing()
    {
        using var client = await WithTokenAsync(Browser());
        client.DefaultRequestHeaders.ExpectContinue = true;
        using var answer = await client.PostAsync(UploadUrl(), Form(new byte[50 * 1024 * 1024]), Cancel);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal((0, 0, 0), await CountAsync());
    }

    [Fact]
    public async Task B56_A_download_is_an_attachment_that_nobody_keeps_or_guesses_about()
    {
        var id = await StoreAsync(Files.Pdf(padding: 1000), "a\"b\r\nc.pdf");
        using var client = Browser();
        using var request = new HttpRequestMessage(HttpMethod.Get, Url(DocumentLinks.Document(id) + "?name=../../x.exe"));
        request.Headers.Range = new System.Net.Http.Headers.RangeHeaderValue(0, 10);
        request.Headers.IfNoneMatch.ParseAdd("*");
        using var answer = await client.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("a bc.pdf", answer.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Contains("sandbox", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task B56_HEAD_tells_nothing()
    {
        var id = await StoreAsync(Files.Pdf());
        using var client = Browser();
        using var answer = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, Url(DocumentLinks.Document(id))), Cancel);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Fact]
    public async Task Unknown_forbidden_removed_and_unreasoned_answer_alike()
    {
        var kept = await StoreAsync(Files.Pdf());
        var removed = await StoreAsync(Files.Pdf());
        await The<DocumentService>().RemoveAsync(Clerk, removed, "لا حاجة", Cancel);
        using var client = Browser();
        using var unknown = await client.GetAsync(Url(DocumentLinks.Document(Guid.CreateVersion7())), Cancel);
        using var gone = await client.GetAsync(Url(DocumentLinks.Document(removed)), Cancel);
        Owners.Answer = RecordAccess.None;
        using var forbidden = await client.GetAsync(Url(DocumentLinks.Document(kept)), Cancel);
        Assert.All([unknown, gone, forbidden], a => Assert.Equal((HttpStatusCode.NotFound, 0L), (a.StatusCode, a.Content.Headers.ContentLength)));
        await using var db = await DbAsync();
        Assert.Equal(3, await db.Set<Mabarra.CaseManager.Audit.AuditEntry>().CountAsync(e => e.Action == "access.denied", Cancel));
    }

    [Fact]
    public async Task A_reason_reaches_the_log_by_ticket_and_for_its_giver_only()
    {
        var id = await StoreAsync(Files.Png());
        var tickets = The<OpenTickets>();
        var mine = new Act(new Actor(Staff.Id, "x", new Dictionary<string, Reach>(StringComparer.Ordinal)), Clock.Now, "مراجعة شكوى");
        using var client = Browser();
        using var answer = await client.GetAsync(Url(tickets.Url(mine, id)), Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var others = await client.GetAsync(Url(tickets.Url(Clerk with { Why = "another's" }, id)), Cancel);
        await using var db = await DbAsync();
        Assert.Equal(["مراجعة شكوى", null], await db.Set<Mabarra.CaseManager.Audit.AccessEntry>().OrderBy(e => e.Id).Select(e => e.Why).ToListAsync(Cancel));
    }

    [Fact]
    public async Task A_changed_file_does_not_arrive_whole()
    {
        var id = await StoreAsync(Files.Pdf(padding: 200_000));
        await using (var db = await DbAsync())
            await db.StoredDocuments.ExecuteUpdateAsync(s => s.SetProperty(d => d.Sha256, new byte[32]), Cancel);
        using var client = Browser();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => client.GetByteArrayAsync(Url(DocumentLinks.Document(id)), Cancel));
    }

    [Fact]
    public async Task Verify_tells_kind_and_time_and_nothing_of_the_person()
    {
        var (mark, _) = await IssueAsync();
        using var client = Browser(signedIn: false);
        var page = WebUtility.HtmlDecode(await client.GetStringAsync(Url(new Uri(mark.Url).AbsolutePath), Cancel));
        Assert.Contains("إشعار استلام ومراجعة", page, StringComparison.Ordinal);
        Assert.Contains("23 نوفمبر 2026م", page, StringComparison.Ordinal);
        Assert.Contains("1448هـ", page, StringComparison.Ordinal);
        Assert.DoesNotContain("REQ-2026-00001", page, StringComparison.Ordinal);
        Assert.DoesNotContain("موظفة", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, false, "الملف سليم")]
    [InlineData(true, true, "الملف ليس كما صدر")]
    [InlineData(false, false, "الملف سليم")]
    [InlineData(false, true, "لم يصدر عن الجمعية")]
    public async Task Verify_compares_a_file_without_keeping_it(bool withCode, bool changed, string said)
    {
        var (mark, pdf) = await IssueAsync();
        if (changed)
            pdf[^1] ^= 1;
        using var client = Browser(signedIn: false);
        using var posted = await client.PostAsync(Url(DocumentLinks.VerifyCheck), Form(pdf, code: withCode ? mark.Code.ToLowerInvariant() : ""), Cancel);
        Assert.Equal(HttpStatusCode.Redirect, posted.StatusCode);
        var page = WebUtility.HtmlDecode(await client.GetStringAsync(posted.Headers.Location, Cancel));
        Assert.Contains(said, page, StringComparison.Ordinal);

        // The same address in another browser, which compared nothing, says nothing about a file.
        using var other = Browser(signedIn: false);
        Assert.DoesNotContain(said, WebUtility.HtmlDecode(await other.GetStringAsync(posted.Headers.Location, Cancel)), StringComparison.Ordinal);
        Assert.Equal((0, 1, 1), await CountAsync());
    }

    [Theory]
    [InlineData("2222-2222-2222-2222")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("..")]
    [InlineData("//evil.example")]
    public async Task Verify_an_unknown_code_stays_here_and_says_so(string code)
    {
        using var client = Browser(signedIn: false);
        using var posted = await client.PostAsync(Url(DocumentLinks.VerifyCheck), Form(Files.Pdf(), code: code), Cancel);
        Assert.Equal(HttpStatusCode.Redirect, posted.StatusCode);
        Assert.StartsWith("/verify/", posted.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var page = await client.GetStringAsync(posted.Headers.Location, Cancel);
        Assert.Contains("لا توجد وثيقة بهذا الرمز", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_slows_down_an_address_that_asks_too_often()
    {
        using var client = Browser(signedIn: false);
        var codes = new List<HttpStatusCode>();
        for (var i = 0; i < 31; i++)
        {
            using var answer = await client.GetAsync(Url("/verify/2222-2222-2222-2222"), Cancel);
            codes.Add(answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, codes[^1]);
        Assert.Equal(30, codes.Count(c => c == HttpStatusCode.OK));
    }

    private async Task<(VerifyMark Mark, byte[] Pdf)> IssueAsync()
    {
        VerifyMark? mark = null;
        var paper = await The<CaseWriter>().SaveAsync(
            db => The<IssuedDocuments>().IssueAsync(
                db, Clerk, new NewIssued { Kind = IssuedKind.ReceiptSlip, Number = "REQ-2026-00001", RecordId = Owner, RecordType = Records.Type },
                m => Files.Pdf($"/Code ({(mark = m).Code})", padding: 1000), Cancel), Cancel);
        return (mark!, paper.Pdf.ToArray());
    }

    private static Uri Url(string path) => new(path, UriKind.Relative);
}
