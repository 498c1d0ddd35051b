using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Tests.Documents;

/// <summary>Whose house this is: configured, and over it what was stored.</summary>
public sealed class AssociationTests() : House(TestDatabase.Sqlite())
{
    [Fact]
    public async Task The_stored_name_goes_before_the_configured_one_as_soon_as_it_is_saved()
    {
        Assert.Equal("جمعية مبرة التطوعية", (await The<Association>().ProfileAsync(Cancel)).Name);
        await StoreAsync("جمعية البر");
        Assert.Equal("جمعية البر", (await The<Association>().ProfileAsync(Cancel)).Name);
    }

    [Fact]
    public async Task Another_nodes_change_is_seen_within_a_minute()
    {
        await StoreAsync("جمعية البر");
        Assert.Equal("جمعية البر", (await The<Association>().ProfileAsync(Cancel)).Name);
        // Straight into the database, as another process does.
        await ReadAsync(db => db.Settings.Where(s => s.Key == Setting.AssociationName).ExecuteUpdateAsync(u => u.SetProperty(s => s.Value, "جمعية الإحسان"), Cancel));
        Assert.Equal("جمعية البر", (await The<Association>().ProfileAsync(Cancel)).Name);
        Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal("جمعية الإحسان", (await The<Association>().ProfileAsync(Cancel)).Name);
    }

    [Fact]
    public void English_pages_show_the_English_name_only_where_it_belongs_to_the_same_house()
    {
        var seed = new AssociationProfile();
        Assert.Equal("Mabarra Voluntary Association", seed.NameIn(AppCulture.English));
        Assert.Equal("جمعية البر", seed.Called("جمعية البر").NameIn(AppCulture.English));
        Assert.Equal("Al Birr", (seed with { NameEn = "Al Birr" }).Called("جمعية البر").NameIn(AppCulture.English));
        Assert.Equal("جمعية البر", (seed with { NameEn = "Al Birr" }).Called("جمعية البر").NameIn(AppCulture.Arabic));
    }

    private Task StoreAsync(string name) => The<CaseWriter>().SaveAsync(db =>
    {
        var setting = new Setting(Setting.AssociationName, name);
        db.Add(setting);
        db.Record(By(StaffRole.SystemAdmin), "setting.made", setting, setting.Key);
        return Task.CompletedTask;
    }, Cancel);
}
