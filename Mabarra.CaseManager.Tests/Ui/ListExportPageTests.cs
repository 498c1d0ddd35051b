using Bunit;
using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Beneficiaries.Pages;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;
using Mabarra.CaseManager.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mabarra.CaseManager.Tests.Ui;

/// <summary>The export button on a real list: what it writes, and what the trail keeps of it.</summary>
public sealed class ListExportPageTests : PageHouse
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_list_leaves_as_a_file_and_the_trail_tells_of_it()
    {
        await SignInAsync(StaffRole.FrontDesk);
        await The<BeneficiaryService>().RegisterAsync(By(StaffRole.FrontDesk), Guid.NewGuid(), Make.Person(1), Cancel);
        await The<BeneficiaryService>().RegisterAsync(By(StaffRole.FrontDesk), Guid.NewGuid(), Make.Person(2), Cancel);
        var page = Browser.Render<BeneficiariesPage>();

        await page.WaitForElement(".list-export button", Patience).ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains(Plural.Of(Words.Of<UiText>("export.done", "{0}"), 2), page.Find(".list-export").TextContent, StringComparison.Ordinal), Patience);

        Assert.Single(Browser.JSInterop.Invocations["mabarra.download"]);
        var entry = await ReadAsync(db => db.AuditEntries.AsNoTracking().SingleAsync(e => e.Action == "lists.list.export", Cancel));
        Assert.Equal("beneficiaries", entry.RecordLabel);
        Assert.Contains(AuditChangeList.Read(entry.Changes), c => c is { Name: "rows", New: "2" });
    }

    [Fact]
    public async Task A2_Who_may_not_export_has_no_button_and_no_door()
    {
        await SignInAsync(StaffRole.CommitteeMember);
        var door = Browser.Services.GetRequiredService<IExportDoor>();
        await Assert.ThrowsAsync<AccessDenied>(() => door.RequireAsync(Cancel));
        await Assert.ThrowsAsync<AccessDenied>(() => door.RecordAsync(new ListExported("x", new Dictionary<string, string>(StringComparer.Ordinal), false, 1), Cancel));
        Assert.False(await ReadAsync(db => db.AuditEntries.AnyAsync(e => e.Action == "lists.list.export", Cancel)));
    }

    [Fact]
    public async Task A_search_is_told_of_but_not_what_was_searched()
    {
        await SignInAsync(StaffRole.SeniorManagement);
        var filters = new Dictionary<string, string>(StringComparer.Ordinal) { ["view"] = "Overdue" };
        await Browser.Services.GetRequiredService<IExportDoor>().RecordAsync(new ListExported("requests", filters, Search: true, 7), Cancel);

        var entry = await ReadAsync(db => db.AuditEntries.AsNoTracking().SingleAsync(e => e.Action == "lists.list.export", Cancel));
        Assert.Equal(
            [("rows", "7"), ("search", AuditChangeList.Private), ("view", "Overdue")],
            AuditChangeList.Read(entry.Changes).Select(c => (c.Name, c.New!)));
    }

    [Fact]
    public async Task Several_looks_of_one_moment_are_all_in_the_pages_of_the_access_log()
    {
        foreach (var record in Enumerable.Range(0, 5))
            await The<AccessLog>().LookedAsync(By(StaffRole.FrontDesk), "Beneficiary", Guid.CreateVersion7(), Cancel);
        var (seen, cursor) = (new HashSet<Guid>(), (string?)null);
        do
        {
            var page = await The<AuditQueries>().AccessPageAsync(By(StaffRole.SeniorManagement), new PageQuery { Size = 2, Cursor = cursor }, Cancel);
            Assert.All(page.Rows, r => Assert.True(seen.Add(r.Id)));
            cursor = page.NextCursor;
        }
        while (cursor is not null);
        Assert.Equal(5, seen.Count);
    }
}
