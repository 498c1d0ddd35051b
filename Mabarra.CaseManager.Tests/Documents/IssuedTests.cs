using System.Security.Cryptography;
using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Tests.Documents;

/// <summary>Papers the association gives out, and their verification, on both databases.</summary>
public abstract class IssuedSuite(TestDatabase database) : DocumentHouse(database)
{
    [Fact]
    public async Task An_issued_paper_is_confirmed_by_the_code_printed_on_it()
    {
        var (_, mark, pdf) = await IssueAsync();
        var found = await The<Verification>().ByCodeAsync(mark.Code, Cancel);
        Assert.Equal((IssuedKind.ReceiptSlip, Clock.Now), (found!.Kind, found.IssuedAt));
        Assert.Equal(SHA256.HashData(pdf), found.Sha256.ToArray());
        Assert.EndsWith("/verify/" + mark.Code, mark.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_is_found_however_it_is_typed()
    {
        var (_, mark, _) = await IssueAsync();
        var arabic = string.Concat(mark.Code.Select(c => c is >= '0' and <= '9' ? (char)(c - '0' + '\u0660') : c));
        foreach (var typed in new[] { mark.Code.ToLowerInvariant(), mark.Code.Replace("-", "", StringComparison.Ordinal), $" {mark.Code.Replace('-', ' ')} ", $"\u200F{mark.Code}\u200E", arabic })
            Assert.NotNull(await The<Verification>().ByCodeAsync(typed, Cancel));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2222-2222-2222-2222")]
    [InlineData("' OR 1=1 --")]
    public async Task An_unknown_code_is_unknown(string? typed)
    {
        await IssueAsync();
        Assert.Null(await The<Verification>().ByCodeAsync(typed, Cancel));
    }

    [Fact]
    public async Task The_code_is_on_the_paper_only()
    {
        var (id, mark, _) = await IssueAsync();
        await using var db = await DbAsync();
        var row = await db.IssuedDocuments.SingleAsync(d => d.Id == id, Cancel);
        var bare = mark.Code.Replace("-", "", StringComparison.Ordinal);
        Assert.NotEqual(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(bare)), row.CodeHash);
        Assert.DoesNotContain(bare, (await The<AuditQueries>().OfRecordAsync(Owner, 1, Cancel))[0].Changes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paper_prints_again_byte_for_byte_and_the_look_is_logged()
    {
        var (id, _, pdf) = await IssueAsync();
        await using var opened = await The<IssuedDocuments>().OpenAsync(Clerk, id, Cancel);
        using var again = new MemoryStream();
        await opened.Content.CopyToAsync(again, Cancel);
        Assert.Equal(pdf, again.ToArray());
        await using var db = await DbAsync();
        Assert.Equal(id, (await db.AccessEntries.SingleAsync(Cancel)).RecordId);
        Assert.Equal("REQ-2026-00001", Assert.Single(await The<IssuedDocuments>().OfRecordAsync(Clerk, Records.Type, Owner, Cancel)).Number);
    }

    [Fact]
    public async Task A_paper_of_a_record_one_may_not_see_is_closed()
    {
        var (id, _, _) = await IssueAsync();
        Owners.Answer = RecordAccess.None;
        await Assert.ThrowsAsync<AccessDenied>(() => The<IssuedDocuments>().OpenAsync(Clerk, id, Cancel));
        await Assert.ThrowsAsync<AccessDenied>(() => The<IssuedDocuments>().OfRecordAsync(Clerk, Records.Type, Owner, Cancel));
        await Assert.ThrowsAsync<AccessDenied>(() => The<IssuedDocuments>().OpenAsync(Clerk, Guid.CreateVersion7(), Cancel));
    }

    [Fact]
    public async Task D3_A_paper_whose_act_fails_was_never_issued()
    {
        VerifyMark? mark = null;
        await Assert.ThrowsAsync<InvalidOperationException>(() => The<CaseWriter>().SaveAsync(async db =>
        {
            await The<IssuedDocuments>().IssueAsync(db, Clerk, Paper(), m => Draw(mark = m), Cancel);
            throw new InvalidOperationException("the request did not hold");
        }, Cancel));
        Assert.Null(await The<Verification>().ByCodeAsync(mark!.Code, Cancel));
        Assert.Equal((0, 0, 0), await CountAsync());
    }

    [Fact]
    public async Task A_file_is_recognised_by_its_bytes()
    {
        var (_, _, pdf) = await IssueAsync();
        Assert.NotNull(await The<Verification>().ByFileAsync(SHA256.HashData(pdf), Cancel));
        pdf[^1] ^= 1;
        Assert.Null(await The<Verification>().ByFileAsync(SHA256.HashData(pdf), Cancel));
    }

    private async Task<(Guid Id, VerifyMark Mark, byte[] Pdf)> IssueAsync()
    {
        VerifyMark? mark = null;
        var paper = await The<CaseWriter>().SaveAsync(db => The<IssuedDocuments>().IssueAsync(db, Clerk, Paper(), m => Draw(mark = m), Cancel), Cancel);
        return (paper.Id, mark!, paper.Pdf.ToArray());
    }

    private static NewIssued Paper() => new() { Kind = IssuedKind.ReceiptSlip, Number = "REQ-2026-00001", RecordId = Owner, RecordType = Records.Type };

    private static byte[] Draw(VerifyMark mark) => Files.Pdf($"/Code ({mark.Code}) /Url ({mark.Url})", padding: 100_000);
}

public sealed class IssuedTests() : IssuedSuite(TestDatabase.Sqlite())
{
    [Fact]
    public void A_code_has_eighty_random_bits_in_letters_nobody_mixes_up()
    {
        var codes = Enumerable.Range(0, 10_000).Select(_ => VerifyCode.New()).ToList();
        Assert.Equal(codes.Count, codes.Distinct(StringComparer.Ordinal).Count());
        Assert.All(codes, c => Assert.Matches("^[2-9A-HJ-NP-Z]{16}$", c));
        Assert.Equal(32, codes.SelectMany(c => c).Distinct().Count());
        Assert.All(codes.Take(100), c => Assert.Equal(c, VerifyCode.Normalise(VerifyCode.Shown(c))));
    }

    [Theory]
    [InlineData("o0Q2-i1L2-abcd-efgh", "QQQ2LLL2ABCDEFGH")]
    [InlineData("٢٢٢٢-۳۳۳۳-abcd-efgh", "22223333ABCDEFGH")]
    [InlineData("2222-3333-abcd-efg", null)]
    [InlineData("2222-3333-abcd-efg!", null)]
    [InlineData("2222-3333-abcd-efghj", null)]
    public void Normalise_a_typed_code(string typed, string? code) => Assert.Equal(code, VerifyCode.Normalise(typed));
}
