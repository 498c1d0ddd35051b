using System.Globalization;
using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Benchmarks.Generate;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Staff;

namespace Mabarra.CaseManager.Benchmarks.Lists;

/// <summary>One thing people do, and how it is done once. The dice choose whom or what, from what the database holds.</summary>
/// <param name="Steps">How many equal steps one run is; its time is divided by them.</param>
internal sealed record Scenario(string Name, Func<AppOn, int, Random, Task<int>> RunAsync, int Steps = 1);

/// <summary>Searches and lists as pages ask for them. The number given to each is how many files the database has.</summary>
internal static class ListScenarios
{
    private const int Hits = 10;
    private const int PagesFollowed = 20;
    private static readonly Act Desk = AppOn.By(StaffRole.FrontDesk);
    private static readonly Act Manager = AppOn.By(StaffRole.SeniorManagement);
    private static readonly Act Liaison = AppOn.By(StaffRole.LiaisonOfficer, "Widows", "Divorced");
    private static readonly Act RareLiaison = AppOn.By(StaffRole.LiaisonOfficer, "Wayfarer");

    public static IEnumerable<Scenario> All =>
    [
        Search("search: common first name", (_, dice) => Names.Common(Names.Men, dice)),
        Search("search: family name", (_, dice) => Names.Common(Names.Families, dice)),
        Search("search: rare family name", (_, dice) => Names.RareFamilies[dice.Next(Names.RareFamilies.Length)]),
        Search("search: name nobody has", (_, _) => "زعفرانيان"),
        Search("search: two common words", (_, dice) => $"{Names.Common(Names.Men, dice)} {Names.Common(Names.Families, dice)}"),
        Search("search: somebody's whole name", (p, _) => p.FullName),
        Search("search: somebody's first and family name", (p, _) => $"{p.First} {p.Family}"),
        Search("search: first 4 digits of a mobile", (p, _) => p.Mobile[..4]),
        Search("search: first 7 digits of a mobile", (p, _) => p.Mobile[..7]),
        Search("search: last 4 digits of a mobile", (p, _) => p.Mobile[^4..]),
        Search("search: whole mobile", (p, _) => p.Mobile),
        Search("search: file number", (p, _) => p.FileNo.ToString(CultureInfo.InvariantCulture)),
        Search("search: identity number", (p, _) => p.IdNumber),
        Search("search: one letter", (p, _) => p.First[..1]),
        Search("search: two letters", (p, _) => p.First[..2]),
        Search("search: name and one letter", (p, _) => $"{p.First} {p.Father[..1]}"),
        Search("own categories: common first name", (_, dice) => Names.Common(Names.Men, dice), Liaison),
        Search("own categories: two letters", (p, _) => p.First[..2], Liaison),
        Search("own rare category: common first name", (_, dice) => Names.Common(Names.Men, dice), RareLiaison),
        Search("own rare category: family name", (_, dice) => Names.Common(Names.Families, dice), RareLiaison),
        Search("own rare category: two letters", (p, _) => p.First[..2], RareLiaison),
        People("files: first page", Desk, (_, _) => null),
        People("files: a page deep inside", Desk, (people, dice) => "n" + (dice.Next(people) + 1)),
        People("files: last page", Desk, (_, _) => "n26"),
        new("files: 20 pages by their cursors, each", async (app, _, _) => await FollowAsync(app), PagesFollowed),
        People("own categories: first page of files", Liaison, (_, _) => null),
        People("own categories: a page deep inside", Liaison, (people, dice) => "n" + (dice.Next(people) + 1)),
        People("own rare category: first page of files", RareLiaison, (_, _) => null),
        People("own rare category: a page deep inside", RareLiaison, (people, dice) => "n" + (dice.Next(people) + 1)),
        .. Enum.GetValues<RequestView>().Select(v => Requests($"requests: {v}, first page", v, Desk, (_, _) => null)),
        Requests("requests: All, a page deep inside", RequestView.All, Desk, (people, dice) => "n" + (dice.Next(people * 2) + 1)),
        .. Enum.GetValues<RequestView>().Select(v => Requests($"own categories: requests {v}", v, Liaison, (_, _) => null)),
        .. Enum.GetValues<RequestView>().Select(v => Requests($"own rare category: requests {v}", v, RareLiaison, (_, _) => null)),
        new("requests: by number", async (app, _, dice) =>
            (await app.The<RequestQueries>().FindAsync(Desk, NumberSeries.Request.Initial.Of(new DateOnly(RequestRows.FirstYear + dice.Next(11), 1, 1), dice.Next(1_000) + 1), Hits, default)).Count),
        new("requests of one person", async (app, people, dice) =>
            (await app.The<RequestQueries>().OfBeneficiaryAsync(Desk, Person.Of(dice.Next(people) + 1).Id, 20, default)).Count),
        new("visits: in the house now", async (app, _, _) => (await app.The<VisitQueries>().OpenAsync(Desk, default)).Count),
        Visits("visits: first page", Desk, (_, _) => null),
        Visits("visits: a page deep inside", Desk, (people, dice) => "n" + (dice.Next(people / 2) + 1)),
        Visits("own rare category: visits", RareLiaison, (_, _) => null),
        Trail("audit: first page", (_, _) => new PageQuery()),
        Trail("audit: a page deep inside", (people, dice) => new PageQuery { Cursor = (dice.Next(people) + 26).ToString(CultureInfo.InvariantCulture) }),
        Trail("audit: of one request", (people, dice) => new PageQuery { Search = $"REQ-2026-{dice.Next(people / 8):00000}" }),
    ];

    private static Scenario Search(string name, Func<Person, Random, string> typed, Act? by = null) => new(
        name, async (app, people, dice) => (await app.The<BeneficiarySearch>().FindAsync(by ?? Desk, typed(Person.Of(dice.Next(people) + 1), dice), Hits, default)).Count);

    private static Scenario People(string name, Act by, Func<int, Random, string?> cursor) => new(
        name, async (app, people, dice) => (await app.The<BeneficiaryQueries>().PageAsync(by, new PageQuery { Cursor = cursor(people, dice) }, default)).Rows.Count);

    private static Scenario Requests(string name, RequestView view, Act by, Func<int, Random, string?> cursor) => new(
        name, async (app, people, dice) => (await app.The<RequestQueries>().PageAsync(by, view, new PageQuery { Cursor = cursor(people, dice) }, default)).Rows.Count);

    private static Scenario Visits(string name, Act by, Func<int, Random, string?> cursor) => new(
        name, async (app, people, dice) => (await app.The<VisitQueries>().PageAsync(by, new PageQuery { Cursor = cursor(people, dice) }, default)).Rows.Count);

    private static Scenario Trail(string name, Func<int, Random, PageQuery> query) => new(
        name, async (app, people, dice) => (await app.The<AuditQueries>().PageAsync(Manager, query(people, dice), default)).Rows.Count);

    private static async Task<int> FollowAsync(AppOn app)
    {
        string? cursor = null;
        for (var page = 0; page < PagesFollowed; page++)
            cursor = (await app.The<BeneficiaryQueries>().PageAsync(Desk, new PageQuery { Cursor = cursor }, default)).NextCursor;
        return PagesFollowed;
    }
}
