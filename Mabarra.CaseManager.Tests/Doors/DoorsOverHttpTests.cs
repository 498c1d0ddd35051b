using System.Net;
using Mabarra.CaseManager.Tests.Architecture;

namespace Mabarra.CaseManager.Tests.Doors;

/// <summary>A1: every page and every endpoint, asked by everybody over real HTTP. The list is <c>doors.csv</c>.</summary>
public sealed class DoorsOverHttpTests(DoorHouse house) : IClassFixture<DoorHouse>
{
    private static readonly string[] SeeBeneficiaries = ["reception", "desk.liaison", "manager"];

    [Fact]
    public void A1_Every_address_of_the_app_is_listed_and_nothing_else()
    {
        var (mapped, listed) = (house.Mapped().Where(m => !m.IsAsset).Select(m => m.Key).ToList(), Door.Listed.Select(d => d.Key).ToList());
        Nothing.In(mapped.Except(listed, StringComparer.Ordinal).Select(k => $"not listed: {k}"));
        Nothing.In(listed.Except(mapped, StringComparer.Ordinal).Select(k => $"not there: {k}"));
    }

    [Fact]
    public void A1_Every_person_is_told_what_is_listed()
    {
        Assert.Equal(Door.Listed.Count * DoorHouse.Who.Count, house.Answers.Count);
        Nothing.In(house.Answers.Where(a => a.Told != a.Door.Told[a.Who]).Select(a => $"{a.Door.Key} {a.Who}: {a.Told}, listed {a.Door.Told[a.Who]}"));
    }

    [Fact]
    public void A1_Nobody_without_access_is_shown_a_person()
    {
        Assert.Contains(DoorHouse.Canary, Uri.UnescapeDataString(Of("GET /documents/{id:guid}", "reception").Page.Response.Content.Headers.ToString()), StringComparison.Ordinal);
        Nothing.In(house.Answers.Where(a => !SeeBeneficiaries.Contains(a.Who) || a.Page.Status != HttpStatusCode.OK).Where(Tells).Select(a => $"{a.Door.Key} {a.Who}"));
    }

    [Fact]
    public void A1_Nothing_answers_with_a_defect() =>
        Nothing.In(house.Answers.Where(a => (int)a.Page.Status >= 500).Select(a => $"{a.Door.Key} {a.Who}: {a.Told}"));

    [Fact]
    public void P12_Every_answer_carries_the_headers_that_guard_it() =>
        Nothing.In(from answer in house.Answers
                   from wrong in Unguarded(answer)
                   select $"{answer.Door.Key} {answer.Who}: {wrong}");

    private Answer Of(string key, string who) => house.Answers.Single(a => a.Door.Key == key && a.Who == who);

    private bool Tells(Answer answer)
    {
        var all = WebUtility.HtmlDecode(answer.Page.Body) + Uri.UnescapeDataString(answer.Page.Response.Headers.ToString() + answer.Page.Response.Content.Headers);
        return all.Contains(DoorHouse.Canary, StringComparison.Ordinal) || all.Contains(house.CanaryId, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Unguarded(Answer answer)
    {
        var response = answer.Page.Response;
        string Header(string name) => response.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : "";
        foreach (var (name, value) in new[] { ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer"), ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin") })
        {
            if (Header(name) != value)
                yield return $"{name} is '{Header(name)}'";
        }
        if (response.Content.Headers.ContentType?.MediaType == "text/html")
        {
            if (!Header("Content-Security-Policy").Contains("frame-ancestors 'none'", StringComparison.Ordinal) || !Header("Content-Security-Policy").Contains("script-src 'self';", StringComparison.Ordinal))
                yield return $"policy is '{Header("Content-Security-Policy")}'";
            if (Header("X-Frame-Options") != "DENY")
                yield return "may be framed";
        }
        if (answer.Who != DoorHouse.Anonymous && response.StatusCode == HttpStatusCode.OK && answer.Page.Body.Length > 0 && response.Headers.CacheControl?.NoStore != true)
            yield return $"may be kept: '{Header("Cache-Control")}'";
    }
}
