using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Tests.Documents;

/// <summary>Who gets near a document, on both databases.</summary>
public abstract class DocumentAccessSuite(TestDatabase database) : DocumentHouse(database)
{
    private static readonly RecordAccess Seen = new(MaySee: true, MayChange: false, IsOwn: false, IsBeingTakenIn: false);

    [Fact]
    public async Task P5_Each_look_is_written_down_with_who_what_when_and_why()
    {
        var id = await StoreAsync(Files.Png(), sensitivity: Sensitivity.Health);
        var manager = By(Guid.CreateVersion7(), StaffRole.SeniorManagement) with { Why = "مراجعة شكوى" };
        for (var i = 0; i < 20; i++)
            await ReadAsync(id, i % 2 == 0 ? Clerk : manager);
        await using var db = await DbAsync();
        var looks = await db.AccessEntries.Where(e => e.RecordId == id).ToListAsync(Cancel);
        Assert.Equal(20, looks.Count);
        Assert.Equal(10, looks.Count(e => e.ActorId == manager.Actor.Id && string.Equals(e.Why, manager.Why, StringComparison.Ordinal) && e.At == manager.At));
    }

    [Fact]
    public async Task P5_A_refused_look_opens_nothing_and_is_no_look()
    {
        var id = await StoreAsync(Files.Png());
        Owners.Answer = RecordAccess.None;
        await Assert.ThrowsAsync<AccessDenied>(() => ReadAsync(id));
        await Assert.ThrowsAsync<AccessDenied>(() => The<DocumentQueries>().OfOwnerAsync(Clerk, Records.Type, Owner, Cancel));
        await using var db = await DbAsync();
        Assert.Empty(await db.AccessEntries.ToListAsync(Cancel));
    }

    [Fact]
    public async Task An_unknown_document_is_denied_like_a_forbidden_one()
    {
        var denied = await Assert.ThrowsAsync<AccessDenied>(() => ReadAsync(Guid.CreateVersion7()));
        var id = await StoreAsync(Files.Png());
        Owners.Answer = RecordAccess.None;
        Assert.Equal(denied.Permission, (await Assert.ThrowsAsync<AccessDenied>(() => ReadAsync(id))).Permission);
    }

    [Fact]
    public async Task A_record_whose_module_answers_nothing_is_closed()
    {
        var file = New() with { OwnerType = "Unheard" };
        await Assert.ThrowsAsync<AccessDenied>(() => The<DocumentService>().StoreAsync(Clerk, file, new MemoryStream(Files.Png()), cancel: Cancel));
        Assert.Equal((0, 0, 0), await CountAsync());
    }

    [Fact]
    public async Task Seeing_a_record_is_not_changing_it()
    {
        var id = await StoreAsync(Files.Png());
        Owners.Answer = Seen;
        await ReadAsync(id);
        await Assert.ThrowsAsync<AccessDenied>(() => StoreAsync(Files.Png()));
        await Assert.ThrowsAsync<AccessDenied>(() => The<DocumentService>().RemoveAsync(Clerk, id, "لا حاجة", Cancel));
        Assert.Equal((1, 1, 1), await CountAsync());
    }

    [Theory]
    [InlineData(StaffRole.FrontDesk, false, true, null, true)]
    [InlineData(StaffRole.FrontDesk, true, false, null, false)]
    [InlineData(StaffRole.LiaisonOfficer, true, false, null, true)]
    [InlineData(StaffRole.LiaisonOfficer, false, true, null, false)]
    [InlineData(StaffRole.SeniorManagement, false, false, "مراجعة", true)]
    [InlineData(StaffRole.HumanResources, true, true, "مراجعة", false)]
    [InlineData(StaffRole.SystemAdmin, true, true, "مراجعة", false)]
    public async Task A_sensitive_paper_opens_as_far_as_the_matrix_reaches(StaffRole role, bool own, bool takenIn, string? why, bool opens)
    {
        var id = await StoreAsync(Files.Png(), "تقرير.png", Sensitivity.Health);
        Owners.Answer = Seen with { IsOwn = own, IsBeingTakenIn = takenIn };
        var act = By(role) with { Why = why };
        var row = Assert.Single(await The<DocumentQueries>().OfOwnerAsync(act, Records.Type, Owner, Cancel));
        Assert.Equal((opens, opens ? "تقرير.png" : null), (row.MayOpen, row.FileName));
        if (opens)
            Assert.Equal(Files.Png(), await ReadAsync(id, act));
        else
            Assert.Equal(DocumentsModule.SensitivePermission, (await Assert.ThrowsAsync<AccessDenied>(() => ReadAsync(id, act))).Permission);
    }

    [Fact]
    public async Task Senior_management_is_asked_why_first()
    {
        var id = await StoreAsync(Files.Png(), sensitivity: Sensitivity.Confidential);
        Assert.Equal("documents.open.reason", (await Assert.ThrowsAsync<RuleViolation>(() => ReadAsync(id, By(StaffRole.SeniorManagement)))).Code);
        Assert.True(Assert.Single(await The<DocumentQueries>().OfOwnerAsync(By(StaffRole.SeniorManagement), Records.Type, Owner, Cancel)).NeedsReason);
    }

    [Fact]
    public async Task A_sensitive_paper_is_not_added_by_somebody_who_could_not_open_it()
    {
        Owners.Answer = Owners.Answer with { IsBeingTakenIn = false };
        await Assert.ThrowsAsync<AccessDenied>(() => StoreAsync(Files.Png(), sensitivity: Sensitivity.Health));
        await StoreAsync(Files.Png());
    }
}

public sealed class DocumentAccessTests() : DocumentAccessSuite(TestDatabase.Sqlite());
