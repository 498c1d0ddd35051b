using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Contacts.Information;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Tests.Contacts;

/// <summary>Information in versions, and announcements in batches (خ-٣), on both databases.</summary>
public abstract class AnnouncementSuite(TestDatabase database) : ContactsHouse(database)
{
    private Act Senior => By(StaffRole.SeniorManagement);

    private AnnouncementService Service => The<AnnouncementService>();

    [Fact]
    public async Task A_change_makes_a_version_and_one_draft_that_tells_the_newest()
    {
        var id = await The<InformationService>().AddAsync(Senior, Guid.NewGuid(), Hours("من ٨ إلى ٢"), Cancel);
        Assert.Empty(await The<InformationQueries>().AnnouncementsAsync(Senior, Cancel));
        var first = await ChangeAsync(id, "من ٩ إلى ٣");
        Assert.Equal(first, await ChangeAsync(id, "من ١٠ إلى ٤"));
        Assert.Null(await ChangeAsync(id, "من ١٠ إلى ٤"));

        var draft = Assert.Single(await The<InformationQueries>().AnnouncementsAsync(Senior, Cancel));
        Assert.Equal((AnnouncementStatus.Draft, 3, "ANN-2026-001"), (draft.Status, draft.ItemNo!.Value, draft.Number));
        Assert.Contains("من 10 إلى 4", Digits.ToLatin(draft.TextAr), StringComparison.Ordinal);
        Assert.Equal([3, 2, 1], (await The<InformationQueries>().VersionsAsync(Senior, id, Cancel)).Select(v => v.No));
    }

    /// <summary>«An announcement to 50,000 people stopped in the middle», with batches of two.</summary>
    [Fact]
    public async Task One_stopped_in_the_middle_goes_on_and_nobody_is_told_twice_or_left_out()
    {
        await TurnMailOnAsync();
        await PeopleAsync(7);
        var id = await PublishedAsync(new AnnouncementForm { TextAr = Ar, TextEn = En, ByEmail = true });
        await StepAsync();
        await Outbox.RunAsync(Cancel);
        await StepAsync();
        Assert.Equal((2, 4), (Smtp.Taken.Count, (await OneAsync(id)).Told));

        await Service.StopAsync(Senior, id, Cancel);
        await Outbox.RunAsync(Cancel);
        Assert.Equal(0, await StepAsync());
        Assert.Equal((2, AnnouncementStatus.Stopped), (Smtp.Taken.Count, (await OneAsync(id)).Status));

        // The app is started again: nothing but the tables says how far it came.
        await Service.ResumeAsync(Senior, id, Cancel);
        await RunOutAsync();
        var done = await OneAsync(id);
        Assert.Equal((AnnouncementStatus.Done, 7, 7, 0), (done.Status, done.Audience, done.Told, done.Unreached));
        Assert.Equal(7, Smtp.Taken.Count);
        Assert.Equal(7, (await NoticesAsync()).Where(n => n.RecordId == id).Select(n => n.BeneficiaryId).Distinct().Count());
    }

    [Fact]
    public async Task Two_nodes_at_the_same_batch_tell_everybody_once()
    {
        await TurnMailOnAsync();
        await PeopleAsync(6);
        var id = await PublishedAsync(new AnnouncementForm { TextAr = Ar, TextEn = En, ByEmail = true });
        for (var turn = 0; turn < 5; turn++)
        {
            await Task.WhenAll(StepAsync(), StepAsync());
            await Outbox.RunAsync(Cancel);
        }

        var told = (await NoticesAsync()).Where(n => n.RecordId == id).Select(n => n.BeneficiaryId).ToList();
        Assert.Equal((6, 6), (told.Count, told.Distinct().Count()));
        Assert.Equal(6, Smtp.Taken.Count);
    }

    [Fact]
    public async Task An_awareness_message_reaches_only_who_consented_and_has_not_withdrawn_it()
    {
        await TurnMailOnAsync();
        var people = await PeopleAsync(3);
        await ConsentAsync(people[0]);
        var gone = await ConsentAsync(people[1]);
        var record = (await ReadAsync(db => db.ConsentRecords.AsNoTracking().SingleAsync(c => c.Id == gone, Cancel)));
        await The<ConsentService>().WithdrawAsync(Clerk, gone, record.Version, Cancel);

        var id = await PublishedAsync(new AnnouncementForm { TextAr = Ar, TextEn = En, ByEmail = true, IsAwareness = true });
        await RunOutAsync();
        Assert.Equal([people[0]], (await NoticesAsync()).Where(n => n.RecordId == id).Select(n => n.BeneficiaryId));
        // What concerns the service asks for no consent.
        var service = await PublishedAsync(new AnnouncementForm { TextAr = Ar, TextEn = En, ByEmail = true });
        await RunOutAsync();
        Assert.Equal(3, (await OneAsync(service)).Told);
    }

    [Fact]
    public async Task Whom_none_of_the_chosen_ways_reaches_is_counted_and_nobody_has_to_call_her()
    {
        await PeopleAsync(2);
        var widows = await RegisterAsync("Orphans");
        var id = await PublishedAsync(new AnnouncementForm { TextAr = Ar, TextEn = En, ByEmail = true, ByMessage = true, Categories = ["Orphans"] });
        await RunOutAsync();
        var done = await OneAsync(id);
        Assert.Equal((AnnouncementStatus.Done, 1, 0, 1), (done.Status, done.Audience, done.Told, done.Unreached));
        Assert.DoesNotContain(await NoticesAsync(), n => n.BeneficiaryId == widows);
    }

    [Fact]
    public async Task Publishing_is_senior_managements_and_needs_somebody_to_tell()
    {
        var id = await DraftAsync(new AnnouncementForm { TextAr = Ar, TextEn = En, ByEmail = true });
        var version = (await OneAsync(id)).Version;
        await Refused.WithAsync("information.announcement.nobody", null, () => Service.PublishAsync(Senior, id, version, Cancel));
        await Assert.ThrowsAsync<AccessDenied>(() => Service.PublishAsync(By(StaffRole.LiaisonOfficer), id, version, Cancel));
        await Refused.WithAsync("information.announcement.way", nameof(AnnouncementForm.ByEmail), () => DraftAsync(new AnnouncementForm { TextAr = Ar, TextEn = En }));
        await Refused.WithAsync("information.announcement.notsending", null, () => Service.StopAsync(Senior, id, Cancel));
        await Service.DropAsync(Senior, id, version, Cancel);
        await Refused.WithAsync("information.announcement.notdraft", null, async () => await Service.PublishAsync(Senior, id, (await OneAsync(id)).Version, Cancel));
    }

    private const string Ar = "أصبح الدوام من التاسعة إلى الثالثة.";
    private const string En = "We are now open from nine to three.";

    private static InformationForm Hours(string text) => new() { Kind = InformationKind.OpeningHours, TitleAr = "أوقات الدوام", TitleEn = "Opening hours", TextAr = text, TextEn = "Open" };

    private async Task<Guid?> ChangeAsync(Guid id, string text)
    {
        var item = (await The<InformationQueries>().ItemsAsync(Senior, Cancel)).Single(i => i.Id == id);
        return await The<InformationService>().ChangeAsync(Senior, id, item.Version, Hours(text), Cancel);
    }

    private Task<Guid> DraftAsync(AnnouncementForm form) => The<InformationService>().AnnounceAsync(Senior, Guid.NewGuid(), form, Cancel);

    private async Task<Guid> PublishedAsync(AnnouncementForm form)
    {
        var id = await DraftAsync(form);
        await Service.PublishAsync(Senior, id, (await OneAsync(id)).Version, Cancel);
        return id;
    }

    private Task<int> StepAsync() => The<AnnouncementSender>().RunAsync(Cancel, atOnce: 2);

    private async Task RunOutAsync()
    {
        while (await Outbox.RunAsync(Cancel) + await StepAsync() > 0)
        {
        }
    }

    private Task<Announcement> OneAsync(Guid id) => ReadAsync(db => db.Announcements.AsNoTracking().SingleAsync(a => a.Id == id, Cancel));

    private async Task<List<Guid>> PeopleAsync(int count)
    {
        var people = new List<Guid>();
        for (var i = 0; i < count; i++)
            people.Add(await The<BeneficiaryService>().RegisterAsync(Clerk, Guid.NewGuid(), Make.Beneficiary("Widows") with { Email = $"n{i}@example.com" }, Cancel));
        return people;
    }

    private Task<Guid> ConsentAsync(Guid person) =>
        The<ConsentService>().GiveAsync(Clerk, Guid.NewGuid(), person, new ConsentForm { Purpose = ConsentPurpose.Awareness, Method = ConsentMethod.Spoken }, Cancel);
}

public sealed class AnnouncementTests() : AnnouncementSuite(TestDatabase.Sqlite());
