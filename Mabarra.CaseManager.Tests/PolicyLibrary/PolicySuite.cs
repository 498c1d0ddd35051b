using System.Security.Cryptography;
using System.Text;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.PolicyLibrary;
using Mabarra.CaseManager.PolicyLibrary.Papers;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Tests.PolicyLibrary;

/// <summary>Texts of policies: written, approved, put in force, compared, printed; on both databases.</summary>
public abstract class PolicySuite(TestDatabase database) : PolicyHouse(database)
{
    /// <summary>Of the text as the association approved it: who changes a letter of the seed sees it here (R2).</summary>
    private const string Approved = "408CD7D3C6CF6AE0";

    [Fact]
    public async Task Seed_is_the_policy_verbatim_in_44_clauses()
    {
        var reading = await The<PolicyQueries>().CurrentAsync(By(), PolicyKind.BeneficiaryRelations, Cancel);
        var clauses = reading!.Clauses;
        Assert.Equal(44, clauses.Count(c => c.IsClause));
        Assert.Equal([("أ", 6), ("ب", 5), ("ت", 6), ("ث", 4), ("ج", 3), ("ح", 4), ("خ", 3), ("د", 6)],
            clauses.Where(c => c.Kind == ClauseKind.Item).GroupBy(c => c.Key[..1]).Select(g => (g.Key, g.Count())));
        Assert.Equal("تحدد المدة للرد على الطلب بـ (١٥) يوم عمل من تاريخ اكتمال الطلب.", clauses.Single(c => c.Key == "ت-6").TextAr);
        // The slips of the pen stay in the text, the likely reading stands beside it.
        Assert.Contains("الخل وإيقاع", clauses.Single(c => c.Key == "ث-1").TextAr, StringComparison.Ordinal);
        Assert.Equal(["ث-1", "خ-3", "د-1"], clauses.Where(c => c.Footnote is not null).Select(c => c.Key));
        Assert.Equal(Approved, Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', clauses.Select(c => $"{c.Mark}{c.TextAr}")))))[..16]);
    }

    [Fact]
    public async Task Library_lists_the_five_tools_of_the_policy_and_what_is_missing()
    {
        var rows = await The<PolicyQueries>().ListAsync(By(), Cancel);
        Assert.Equal(Enum.GetValues<PolicyKind>().Except([PolicyKind.Other]), rows.Select(r => r.Kind));
        Assert.Equal(PolicyKind.BeneficiaryRelations, Assert.Single(rows, r => r.Current is not null).Kind);
    }

    [Fact]
    public async Task Publish_puts_the_text_in_force_with_its_approval_and_its_paper()
    {
        var id = await PublishFirstAsync();
        var version = await VersionAsync(id);
        Assert.Equal((VersionStatus.Effective, "محضر 14/1448", id), (version.Status, version.ApprovalRef, version.SignatureVersionId!.Value));
        var issued = await The<PolicyPapers>().PrintAsync(By(), id, Cancel);
        await using var paper = await The<IssuedDocuments>().OpenAsync(By(), issued, Cancel);
        using var pdf = new MemoryStream();
        await paper.Content.CopyToAsync(pdf, Cancel);
        var text = PdfReading.Plain(Poppler.Text(pdf.ToArray()));
        Assert.Contains("قنوات التواصل مع المستفيدين", text, StringComparison.Ordinal);
        Assert.Contains("POL-01-1", text, StringComparison.Ordinal);
        Assert.Contains("محضر 14/1448", text, StringComparison.Ordinal);
        Assert.Contains("«بشكل دوري»", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publish_without_approval_tells_everything_that_is_missing()
    {
        var draft = (await PolicyAsync()).Draft!;
        var form = new PublishForm { ApprovalRef = " ", ApprovedOn = null, EffectiveOn = new DateOnly(2026, 11, 24) };
        var refusal = await Assert.ThrowsAsync<RuleViolation>(() => The<PublishingService>().PublishAsync(Hr, draft.Id, draft.Version, form, cancel: Cancel));
        Assert.Equal([nameof(PublishForm.ApprovalRef), nameof(PublishForm.ApprovedOn), nameof(PublishForm.EffectiveOn)], refusal.Breaches.Select(b => b.Field));
        Assert.Equal(VersionStatus.Draft, (await VersionAsync(draft.Id)).Status);
    }

    [Fact]
    public async Task Publish_of_the_next_version_supersedes_the_one_before()
    {
        var first = await PublishFirstAsync();
        var second = await PublishNextAsync();
        Assert.Equal((VersionStatus.Superseded, VersionStatus.Effective), ((await VersionAsync(first)).Status, (await VersionAsync(second)).Status));
        var (_, _, changes) = await The<PolicyQueries>().CompareAsync(By(), first, second, Cancel);
        Assert.Equal("ت-6", Assert.Single(changes, c => c.Kind != ChangeKind.Same).Key);
        Assert.Equal(56, changes.Count);
    }

    [Fact]
    public async Task Publish_of_a_minor_correction_keeps_the_signatures_of_the_version_it_corrects()
    {
        var first = await PublishFirstAsync();
        var second = await PublishNextAsync(minor: true);
        Assert.Equal(first, (await VersionAsync(second)).SignatureVersionId);
        Assert.Equal("policies.publish.minorfirst", (await Assert.ThrowsAsync<RuleViolation>(async () =>
        {
            var other = await The<PolicyTextService>().StartAsync(Hr, Guid.NewGuid(), (await PolicyAsync(PolicyKind.EthicsCharter)).Id, Cancel);
            await AddAsync(other, (await VersionAsync(other)).Version);
            await The<PublishingService>().PublishAsync(Hr, other, (await VersionAsync(other)).Version, Approval("تصحيح", minor: true), cancel: Cancel);
        })).Code);
    }

    [Fact]
    public async Task Published_words_cannot_be_written_on()
    {
        var id = await PublishFirstAsync();
        var refusal = await Assert.ThrowsAsync<RuleViolation>(() => WriteAsync(id, "ت-6", "غير ذلك"));
        Assert.Equal("policies.version.published", refusal.Code);
    }

    [Fact]
    public async Task Draft_is_written_by_one_at_a_time()
    {
        await PublishFirstAsync();
        var id = await The<PolicyTextService>().StartAsync(Hr, Guid.NewGuid(), (await PolicyAsync()).Id, Cancel);
        var read = (await VersionAsync(id)).Version;
        await WriteAsync(id, "أ-1", "المقابلة الشخصية.");
        await Assert.ThrowsAsync<StaleRecord>(() => AddAsync(id, read));
    }

    [Fact]
    public async Task Draft_keeps_its_order_when_a_clause_is_put_between()
    {
        await PublishFirstAsync();
        var id = await The<PolicyTextService>().StartAsync(Hr, Guid.NewGuid(), (await PolicyAsync()).Id, Cancel);
        var reading = await The<PolicyQueries>().ReadAsync(Hr, id, Cancel);
        var after = reading.Clauses.Single(c => c.Key == "ت-6");
        var form = new ClauseForm { Key = "ت-٧", Kind = ClauseKind.Item, Mark = "٧", TextAr = "بند جديد." };
        await The<PolicyTextService>().SaveClauseAsync(Hr, id, reading.Row.Version, null, form, after.Order, Cancel);
        var keys = (await The<PolicyQueries>().ReadAsync(Hr, id, Cancel)).Clauses.Select(c => c.Key).ToList();
        Assert.Equal(["ت-6", "ت-7", "ث"], keys.SkipWhile(k => k != "ت-6").Take(3));
        Assert.Equal(57, keys.Count);
    }

    [Fact]
    public async Task Draft_is_seen_by_those_who_write_and_by_nobody_else()
    {
        await PublishFirstAsync();
        var id = await The<PolicyTextService>().StartAsync(Hr, Guid.NewGuid(), (await PolicyAsync()).Id, Cancel);
        await Assert.ThrowsAsync<AccessDenied>(() => The<PolicyQueries>().ReadAsync(By(StaffRole.FrontDesk), id, Cancel));
        Assert.DoesNotContain((await The<PolicyQueries>().OpenAsync(By(), (await PolicyAsync()).Id, Cancel)).Versions, v => v.Id == id);
    }

    [Fact]
    public async Task Start_twice_makes_one_draft()
    {
        await PublishFirstAsync();
        var (key, policy) = (Guid.NewGuid(), (await PolicyAsync()).Id);
        var first = await The<PolicyTextService>().StartAsync(Hr, key, policy, Cancel);
        Assert.Equal(first, await The<PolicyTextService>().StartAsync(Hr, key, policy, Cancel));
        Assert.Equal("policies.version.drafted", (await Assert.ThrowsAsync<RuleViolation>(() => The<PolicyTextService>().StartAsync(Hr, Guid.NewGuid(), policy, Cancel))).Code);
    }

    [Fact]
    public async Task Public_sees_only_what_is_in_force_and_public()
    {
        var policy = await PolicyAsync();
        Assert.Empty(await The<PublicPolicies>().ListAsync(Cancel));
        Assert.Null(await The<PublicPolicies>().ReadAsync(policy.Id, Cancel));
        await PublishFirstAsync();
        Assert.Equal(policy.Id, Assert.Single(await The<PublicPolicies>().ListAsync(Cancel)).Id);
        Assert.NotNull(await The<PublicPolicies>().PdfAsync(policy.Id, Cancel));
        await The<PolicyService>().ChangeAsync(Hr, policy.Id, policy.Version, new PolicyForm { TitleAr = policy.TitleAr, Audience = policy.Audience }, Cancel);
        Assert.Null(await The<PublicPolicies>().ReadAsync(policy.Id, Cancel));
        Assert.Null(await The<PublicPolicies>().PdfAsync(policy.Id, Cancel));
    }

    [Fact]
    public async Task Policy_is_added_once_and_its_name_is_its_own()
    {
        var (key, form) = (Guid.NewGuid(), new PolicyForm { TitleAr = "سياسة الإبلاغ عن المخالفات", Audience = [StaffKind.Employee] });
        var id = await The<PolicyService>().AddAsync(Hr, key, form, Cancel);
        Assert.Equal(id, await The<PolicyService>().AddAsync(Hr, key, form, Cancel));
        Assert.Equal("policies.policy.exists", (await Assert.ThrowsAsync<RuleViolation>(() => The<PolicyService>().AddAsync(Hr, Guid.NewGuid(), form, Cancel))).Code);
    }

    private Task AddAsync(Guid versionId, Guid version) => The<PolicyTextService>().SaveClauseAsync(
        Hr, versionId, version, null, new ClauseForm { Key = "ميثاق-1", Kind = ClauseKind.Running, TextAr = "الصدق والأمانة." }, cancel: Cancel);
}

public sealed class PolicyTests() : PolicySuite(TestDatabase.Sqlite());
