using Mabarra.CaseManager.Administration.Settings;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Intake;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Tests.Administration.Settings;

/// <summary>How numbers are written is the association's; that none is given twice is not.</summary>
public abstract class NumberSuite(TestDatabase database) : IntakeHouse(database)
{
    private Act Admin => By(StaffRole.SystemAdmin);

    [Fact]
    public async Task Next_number_is_as_the_page_foretold_and_earlier_ones_stay()
    {
        var first = await OpenRequestAsync();
        await SaveAsync(f => (f.Prefix, f.Digits, f.Restart) = ("srv", 4, NumberRestart.HijriYear));
        var foretold = await NextAsync();
        Assert.Equal("SRV-1448-0001", foretold);
        Assert.Equal(foretold, await NumberAsync(await OpenRequestAsync()));
        Assert.Equal("REQ-2026-00001", await NumberAsync(first));
        await SaveAsync(f => f.Restart = NumberRestart.Never);
        Assert.Equal("SRV-0001", await NumberAsync(await OpenRequestAsync()));
        // Back at the old shape the old series goes on where it stopped: no number comes twice.
        await SaveAsync(f => (f.Prefix, f.Digits, f.Restart) = ("REQ", 6, NumberRestart.GregorianYear));
        Assert.Equal("REQ-2026-000002", await NumberAsync(await OpenRequestAsync()));
        await FindsAsync("REQ-2026-00001", "req-2026-1");
        await FindsAsync("SRV-1448-0001", "srv-1448-1");
        await FindsAsync("SRV-0001", "SRV-1");
        await FindsAsync("REQ-2026-000002", "2");
        var history = await The<SettingQueries>().HistoryAsync(Admin, "settings.number.", null, Cancel);
        Assert.Contains(history, h => h.Label == NumberSeries.Request.PrefixKey && h.Changes.Any(c => c is { Old: "SRV", New: "REQ" }));
    }

    [Fact]
    public async Task C7_Many_at_once_under_a_changing_shape_get_a_number_each()
    {
        var person = await RegisterAsync();
        await Task.WhenAll(Enumerable.Range(0, 16).Select(i => i == 5 ? SaveAsync(f => f.Digits = 4) : OpenRequestAsync(sheet: false, beneficiary: person)));
        var numbers = await ReadAsync(db => db.ServiceRequests.Select(r => r.Number).ToListAsync(Cancel));
        Assert.Equal(15, numbers.Select(n => n[(n.LastIndexOf('-') + 1)..].TrimStart('0')).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("", 5, NumberRestart.Never, "settings.number.prefix", "request.Prefix")]
    [InlineData("REQ1", 5, NumberRestart.Never, "settings.number.prefix", "request.Prefix")]
    [InlineData("طلب", 5, NumberRestart.Never, "settings.number.prefix", "request.Prefix")]
    [InlineData("REQ", 2, NumberRestart.Never, "settings.number.digits", "request.Digits")]
    [InlineData("REQ", 8, NumberRestart.Never, "settings.number.digits", "request.Digits")]
    [InlineData("REQ", 5, NumberRestart.Day, "settings.number.restart", "request.Restart")]
    [InlineData("VIS", 5, NumberRestart.Never, "settings.number.twice", "visit.Prefix")]
    public Task Shape_that_could_not_be_told_apart_is_refused_beside_its_field(string prefix, int digits, NumberRestart restart, string code, string field) =>
        Refused.WithAsync(code, field, () => SaveAsync(f => (f.Prefix, f.Digits, f.Restart) = (prefix, digits, restart)));

    [Fact]
    public async Task Others_do_not_shape_numbers_and_the_second_of_two_is_told()
    {
        await Assert.ThrowsAsync<AccessDenied>(() => The<NumberService>().SaveAsync(By(StaffRole.FrontDesk), Guid.Empty, Forms(), Cancel));
        var seen = await The<SettingQueries>().GroupAsync(Admin, NumberSeries.Group, Cancel);
        await SaveAsync(f => f.Digits = 6);
        await Assert.ThrowsAsync<StaleRecord>(() => The<NumberService>().SaveAsync(Admin, seen.Stamp, Forms(), Cancel));
    }

    private static Dictionary<string, NumberForm> Forms() => NumberSeries.All.ToDictionary(s => s.Name, s => NumberForm.Of(s.Initial), StringComparer.Ordinal);

    private async Task SaveAsync(Action<NumberForm> change)
    {
        var group = await The<SettingQueries>().GroupAsync(Admin, NumberSeries.Group, Cancel);
        var forms = NumberSeries.All.ToDictionary(s => s.Name, s => NumberForm.Of(s.Of(group.Values)), StringComparer.Ordinal);
        change(forms[NumberSeries.Request.Name]);
        await The<NumberService>().SaveAsync(Admin, group.Stamp, forms, Cancel);
    }

    private async Task<string> NextAsync()
    {
        var formats = new Dictionary<string, NumberFormat>(StringComparer.Ordinal) { ["request"] = await ReadAsync(db => NumberSeries.Request.ReadAsync(db, Cancel)) };
        return (await The<NumberQueries>().NextAsync(Admin, formats, Cancel))["request"];
    }

    private async Task<string> NumberAsync(Guid request) => (await RequestAsync(request)).Number;

    private async Task FindsAsync(string number, string typed) =>
        Assert.Equal(number, Assert.Single(await The<RequestQueries>().FindAsync(By(StaffRole.FrontDesk), typed, 5, Cancel)).Number);
}

public sealed class NumberTests() : NumberSuite(TestDatabase.Sqlite());
