using Mabarra.CaseManager.Administration.Settings;
using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;
using Mabarra.CaseManager.Ui;
using Microsoft.EntityFrameworkCore;
using SkiaSharp;

namespace Mabarra.CaseManager.Tests.Administration.Settings;

/// <summary>What an administrator changes without a developer: limits, the association, lists.</summary>
public abstract class SettingsSuite(TestDatabase database) : House(database)
{
    private Act Admin => By(StaffRole.SystemAdmin);

    protected override Task SetUpAsync() => AddReferenceDataAsync();

    [Fact]
    public async Task Limit_holds_as_soon_as_it_is_saved_and_the_history_tells_from_what_to_what()
    {
        Assert.Equal(3, await The<SettingReader>().OfAsync(Limits.DueSoon, Cancel));
        await SaveLimitsAsync(Admin, (Limits.DueSoon, 5));
        Assert.Equal(5, await The<SettingReader>().OfAsync(Limits.DueSoon, Cancel));
        Assert.Equal(5, await ReadAsync(db => SettingReader.OfAsync(db, Limits.DueSoon, Cancel)));
        await SaveLimitsAsync(Admin, (Limits.DueSoon, 6));
        var history = await The<SettingQueries>().HistoryAsync(Admin, "settings.limit.", Limits.DueSoon.Key, Cancel);
        Assert.Equal([("5", "6"), (null, "5")], history.Select(h => h.Changes.Single(c => c.Name == "Value")).Select(c => (c.Old, c.New)));
        Assert.Equal("موظفة تجريبية", history[0].ActorName);
        // Only what was changed stands in the trail and in the table.
        Assert.Equal(1, await ReadAsync(db => db.Settings.CountAsync(s => s.Key.StartsWith(Limits.Group), Cancel)));
    }

    [Fact]
    public async Task Limit_outside_its_range_or_out_of_order_is_refused_beside_its_field()
    {
        await Refused.WithAsync("settings.limit.range", nameof(Limits.DataReview), () => SaveLimitsAsync(Admin, (Limits.DataReview, 0)));
        await Refused.WithAsync("settings.limit.range", nameof(Limits.LargestFile), () => SaveLimitsAsync(Admin, (Limits.LargestFile, 21)));
        await Refused.WithAsync("settings.limit.order", nameof(Limits.SecondReminder), () => SaveLimitsAsync(Admin, (Limits.FirstReminder, 25)));
        Assert.Equal(12, await The<SettingReader>().OfAsync(Limits.DataReview, Cancel));
    }

    [Fact]
    public async Task Stored_number_out_of_range_is_as_good_as_none()
    {
        await The<CaseWriter>().SaveAsync(db =>
        {
            var setting = new Setting(Limits.DueSoon.Key, "9999");
            db.Add(setting);
            db.Record(Admin, "setting.made", setting);
            return Task.CompletedTask;
        }, Cancel);
        Assert.Equal(3, await The<SettingReader>().OfAsync(Limits.DueSoon, Cancel));
    }

    [Fact]
    public async Task C5_Second_of_two_savers_is_told_and_overwrites_nothing()
    {
        var seen = await The<SettingQueries>().GroupAsync(Admin, Limits.Group, Cancel);
        await SaveLimitsAsync(Admin, (Limits.DueSoon, 5));
        await Assert.ThrowsAsync<StaleRecord>(() => The<LimitService>().SaveAsync(Admin, seen.Stamp, Numbers((Limits.DueSoon, 9)), Cancel));
        Assert.Equal(5, await The<SettingReader>().OfAsync(Limits.DueSoon, Cancel));
    }

    [Fact]
    public async Task Acts_of_others_are_refused_by_every_service()
    {
        var clerk = By(StaffRole.FrontDesk);
        var form = new ListItemForm { NameAr = "سطر جديد" };
        await Assert.ThrowsAsync<AccessDenied>(() => SaveLimitsAsync(clerk, (Limits.DueSoon, 5)));
        await Assert.ThrowsAsync<AccessDenied>(() => The<AssociationService>().SaveAsync(clerk, Guid.Empty, new AssociationForm(), Cancel));
        await Assert.ThrowsAsync<AccessDenied>(() => The<AssociationService>().SetLogoAsync(clerk, Guid.Empty, [], Cancel));
        await Assert.ThrowsAsync<AccessDenied>(() => The<ListService>().AddAsync(clerk, Guid.NewGuid(), "categories", form, Cancel));
        await Assert.ThrowsAsync<AccessDenied>(() => The<ListService>().RenameAsync(clerk, "categories", "Widows", Guid.Empty, form, Cancel));
        await Assert.ThrowsAsync<AccessDenied>(() => The<ListService>().SetActiveAsync(clerk, "categories", "Widows", Guid.Empty, active: false, Cancel));
        await Assert.ThrowsAsync<AccessDenied>(() => The<ListService>().MoveAsync(clerk, "categories", "Widows", Guid.Empty, up: true, Cancel));
        await Assert.ThrowsAsync<AccessDenied>(() => The<ListQueries>().RowsAsync(clerk, "categories", Cancel));
        await Assert.ThrowsAsync<AccessDenied>(() => The<SettingQueries>().HistoryAsync(clerk, "settings.", null, Cancel));
        await Assert.ThrowsAsync<AccessDenied>(() => The<SettingQueries>().GroupAsync(clerk, Limits.Group, Cancel));
    }

    [Fact]
    public async Task Association_is_seen_at_once_and_an_emptied_detail_stays_empty()
    {
        await SaveAssociationAsync(f =>
        {
            f[nameof(AssociationProfile.Name)] = "جمعية البر";
            f[nameof(AssociationProfile.UnifiedNumber)] = "٧٠٠١٢٣٤٥٦٧";
            f[nameof(AssociationProfile.Website)] = "https://birr.example.org/";
            f[nameof(AssociationProfile.SocialHandle)] = "@birr";
            f[nameof(AssociationProfile.Phone)] = "";
            f[nameof(AssociationProfile.OpensAt)] = "8:00";
            f[nameof(AssociationProfile.ClosesAt)] = "15:00";
        });
        var profile = await The<Association>().ProfileAsync(Cancel);
        Assert.Equal(("جمعية البر", "7001234567", "birr.example.org", "birr", "08:00"), (profile.Name, profile.UnifiedNumber, profile.Website, profile.SocialHandle, profile.OpensAt));
        Assert.Null(profile.Phone);
        Assert.Equal("1072", (await ReadAsync(db => The<Association>().ReadAsync(db, Cancel))).LicenceNumber);
    }

    [Theory]
    [InlineData(nameof(AssociationProfile.UnifiedNumber), "6001234567", "settings.association.unified")]
    [InlineData(nameof(AssociationProfile.LicenceNumber), "1072345", "settings.association.licence")]
    [InlineData(nameof(AssociationProfile.Website), "javascript:alert(1)", "settings.association.site")]
    [InlineData(nameof(AssociationProfile.SocialHandle), "a b", "settings.association.handle")]
    [InlineData(nameof(AssociationProfile.OpensAt), "25:00", "settings.association.time")]
    [InlineData(nameof(AssociationProfile.ClosesAt), "15:00", "settings.association.hours")]
    [InlineData(nameof(AssociationProfile.Colour), "red;}", "settings.association.colour")]
    [InlineData(nameof(AssociationProfile.Colour), "#ffd700", "settings.association.contrast")]
    public Task Association_with_a_wrong_detail_is_refused_beside_it(string field, string typed, string code) =>
        Refused.WithAsync(code, field, () => SaveAssociationAsync(f => f[field] = typed));

    [Fact]
    public async Task Logo_is_kept_small_and_written_anew_and_goes_again()
    {
        await SetLogoAsync(Picture(1200, 600, SKEncodedImageFormat.Jpeg));
        var profile = await ReadAsync(db => The<Association>().ReadAsync(db, Cancel));
        using var kept = SKBitmap.Decode(profile.Logo);
        Assert.Equal((512, 256), (kept.Width, kept.Height));
        Assert.True(profile.Logo.AsSpan().StartsWith(new byte[] { 0x89, 0x50, 0x4E, 0x47 }));
        Assert.Equal(DocumentLinks.Logo(profile.LogoId!.Value), await The<Association>().LogoAsync(Cancel));
        await SetLogoAsync([]);
        Assert.Null(await The<Association>().LogoAsync(Cancel));
    }

    [Fact]
    public async Task B50_What_is_no_small_picture_is_no_logo()
    {
        await Refused.WithAsync("documents.store.type", "FileName", () => SetLogoAsync("<svg onload='x'/>"u8.ToArray()));
        await Refused.WithAsync("documents.store.pixels", "FileName", () => SetLogoAsync(Picture(4100, 4000, SKEncodedImageFormat.Png)));
        await Refused.WithAsync("documents.store.toolarge", "FileName", () => SetLogoAsync(new byte[LogoPicture.LargestFile + 1]));
        Assert.Null(await The<Association>().LogoAsync(Cancel));
    }

    [Fact]
    public async Task File_larger_than_the_limit_in_force_is_refused()
    {
        await SaveLimitsAsync(Admin, (Limits.LargestFile, 1));
        var file = new NewDocument { Key = Guid.NewGuid(), OwnerId = Guid.NewGuid(), OwnerType = "Any", FileName = "a.pdf", Sensitivity = Sensitivity.Normal };
        using var content = new MemoryStream(new byte[(1024 * 1024) + 1]);
        var violation = await Assert.ThrowsAsync<RuleViolation>(() => The<DocumentService>().StageAsync(file, content, cancel: Cancel));
        Assert.Equal("documents.store.toolarge", violation.Breaches[0].Code);
    }

    [Fact]
    public async Task Line_is_added_once_however_often_it_is_sent()
    {
        var key = Guid.NewGuid();
        var form = new ListItemForm { NameAr = "أسر المرابطين" };
        Assert.Equal(await The<ListService>().AddAsync(Admin, key, "categories", form, Cancel), await The<ListService>().AddAsync(Admin, key, "categories", form, Cancel));
        var added = Assert.Single(await RowsAsync("categories"), r => r.NameAr == "أسر المرابطين");
        Assert.Equal((added.NameAr, true), (added.NameEn, added.IsActive));
        Assert.Equal(added.Code, (await RowsAsync("categories"))[^1].Code);
        Assert.Contains(await The<BeneficiaryQueries>().CategoriesAsync(Cancel), c => c.Code == added.Code);
    }

    [Fact]
    public async Task Line_of_a_name_that_is_there_is_refused_however_it_is_spelt()
    {
        await Refused.WithAsync("settings.list.twice", nameof(ListItemForm.NameAr), () => The<ListService>().AddAsync(Admin, Guid.NewGuid(), "categories", new ListItemForm { NameAr = "ارامل", NameEn = "Others" }, Cancel));
        var widows = await RowAsync("categories", "Widows");
        // Its own name is no second one.
        await The<ListService>().RenameAsync(Admin, "categories", "Widows", widows.Stamp, new ListItemForm { NameAr = "الأرامل", NameEn = "Widows" }, Cancel);
        var history = await The<SettingQueries>().HistoryAsync(Admin, "settings.list.", "categories/", Cancel);
        Assert.Equal(("أرامل", "الأرامل"), history.Select(h => h.Changes.Single(c => c.Name == "NameAr")).Select(c => (c.Old, c.New)).Single());
    }

    [Fact]
    public async Task C5_Line_changed_meanwhile_is_not_overwritten()
    {
        var seen = await RowAsync("rejection", "rejection/NoResources");
        await The<ListService>().SetActiveAsync(Admin, "rejection", seen.Code, seen.Stamp, active: false, Cancel);
        await Assert.ThrowsAsync<StaleRecord>(() => The<ListService>().RenameAsync(Admin, "rejection", seen.Code, seen.Stamp, new ListItemForm { NameAr = "غير ذلك" }, Cancel));
    }

    [Fact]
    public async Task Line_out_of_use_is_offered_no_longer_and_the_last_one_stays()
    {
        var widows = await RowAsync("categories", "Widows");
        await The<ListService>().SetActiveAsync(Admin, "categories", "Widows", widows.Stamp, active: false, Cancel);
        Assert.DoesNotContain(await The<BeneficiaryQueries>().CategoriesAsync(Cancel), c => c.Code == "Widows");
        Assert.False((await RowAsync("categories", "Widows")).IsActive);
        foreach (var row in (await RowsAsync("deferral")).Skip(1))
            await The<ListService>().SetActiveAsync(Admin, "deferral", row.Code, row.Stamp, active: false, Cancel);
        var last = (await RowsAsync("deferral"))[0];
        await Refused.WithAsync("settings.list.last", null, () => The<ListService>().SetActiveAsync(Admin, "deferral", last.Code, last.Stamp, active: false, Cancel));
    }

    [Fact]
    public async Task Line_moves_one_place_and_the_ends_stand()
    {
        var before = (await RowsAsync("fields")).Select(r => r.Code).ToList();
        await The<ListService>().MoveAsync(Admin, "fields", before[1], (await RowAsync("fields", before[1])).Stamp, up: true, Cancel);
        Assert.Equal([before[1], before[0], .. before.Skip(2)], (await RowsAsync("fields")).Select(r => r.Code));
        await The<ListService>().MoveAsync(Admin, "fields", before[1], (await RowAsync("fields", before[1])).Stamp, up: true, Cancel);
        Assert.Equal(before[1], (await RowsAsync("fields"))[0].Code);
        Assert.Equal(2, (await The<SettingQueries>().HistoryAsync(Admin, "settings.list.move", "fields/", Cancel)).Count);
    }

    [Fact]
    public async Task Uses_are_counted()
    {
        Assert.True((await RowsAsync("fields")).Sum(r => r.Uses) > 5);
        Assert.All(await RowsAsync("categories"), r => Assert.Equal(0, r.Uses));
    }

    private async Task<IReadOnlyList<ListRow>> RowsAsync(string list) => await The<ListQueries>().RowsAsync(Admin, list, Cancel);

    private async Task<ListRow> RowAsync(string list, string code) => (await RowsAsync(list)).Single(r => r.Code == code);

    private static Dictionary<string, int?> Numbers(params (Limit Limit, int Number)[] changed)
    {
        var numbers = Limits.All.ToDictionary(l => l.Name, l => (int?)l.Default);
        foreach (var (limit, number) in changed)
            numbers[limit.Name] = number;
        return numbers;
    }

    private async Task SaveLimitsAsync(Act act, params (Limit Limit, int Number)[] changed) =>
        await The<LimitService>().SaveAsync(act, (await The<SettingQueries>().GroupAsync(Admin, Limits.Group, Cancel)).Stamp, Numbers(changed), Cancel);

    private async Task SaveAssociationAsync(Action<AssociationForm> change)
    {
        var form = AssociationForm.Of(await The<Association>().ProfileAsync(Cancel));
        change(form);
        await The<AssociationService>().SaveAsync(Admin, (await The<SettingQueries>().GroupAsync(Admin, AssociationProfile.Group, Cancel)).Stamp, form, Cancel);
    }

    private async Task SetLogoAsync(byte[] picture) =>
        await The<AssociationService>().SetLogoAsync(Admin, (await The<SettingQueries>().GroupAsync(Admin, AssociationProfile.Group, Cancel)).Stamp, picture, Cancel);

    private static byte[] Picture(int width, int height, SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(SKColors.SeaGreen);
        using var data = bitmap.Encode(format, 90);
        return data.ToArray();
    }
}

public sealed class SettingsTests() : SettingsSuite(TestDatabase.Sqlite());

public sealed class ContrastTests
{
    [Fact]
    public void Black_on_white_is_twenty_one() => Assert.Equal(21, Contrast.Between("#000000", "#ffffff"), 2);

    [Fact]
    public void Dark_theme_gets_a_tone_that_can_be_read() =>
        Assert.All(["#1f5c4d", "#000000", "#7a0019"], c => Assert.True(Contrast.Between(Contrast.OnDark(c), Contrast.DarkGround) >= Contrast.Text));
}
