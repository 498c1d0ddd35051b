using System.Globalization;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Staff;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace Mabarra.CaseManager.Shell;

/// <summary>Where the search box looks. Each source asks only for what the person's account reaches; an area she may not see answers nothing.</summary>
internal static class SearchSources
{
    private const int Take = 6;

    public static IServiceCollection AddSearchSources(this IServiceCollection services) => services
        .AddSearchSource(sp => People(sp.GetRequiredService<BeneficiarySearch>(), sp.GetRequiredService<StaffDirectory>(), sp.GetRequiredService<TimeProvider>(), sp.GetRequiredService<IStringLocalizer<ShellText>>()))
        .AddSearchSource(sp => Requests(sp.GetRequiredService<RequestQueries>(), sp.GetRequiredService<StaffDirectory>(), sp.GetRequiredService<TimeProvider>(), sp.GetRequiredService<IStringLocalizer<ShellText>>()))
        .AddSearchSource(sp => Pages(sp.GetRequiredService<IStringLocalizer<ShellText>>()));

    /// <summary>People by name, file number, mobile or whole identity number.</summary>
    private static SearchSource People(BeneficiarySearch search, StaffDirectory staff, TimeProvider clock, IStringLocalizer<ShellText> t) => async (text, user, cancel) =>
    {
        var actor = await staff.ActorAsync(user);
        if (!actor.May(BeneficiariesModule.ViewPermission))
            return [];
        var found = await search.FindAsync(new Act(actor, clock.Now), text, Take, cancel);
        return [.. found.Select(hit => new SearchHit(hit.FullName, BeneficiaryLinks.Open(hit.Id), t["nav.beneficiaries"], Icons.Material.Outlined.Person)
        {
            Facts = [t["search.file", hit.FileNo.ToString(CultureInfo.InvariantCulture)], SaudiPhone.InGroups(hit.Mobile)],
        })];
    };

    /// <summary>Requests by their number, or of the people the text finds.</summary>
    private static SearchSource Requests(RequestQueries requests, StaffDirectory staff, TimeProvider clock, IStringLocalizer<ShellText> t) => async (text, user, cancel) =>
    {
        var actor = await staff.ActorAsync(user);
        if (!actor.May(IntakeModule.ViewPermission))
            return [];
        var found = await requests.FindAsync(new Act(actor, clock.Now), text, Take, cancel);
        return [.. found.Select(row => new SearchHit(row.BeneficiaryName, RequestLinks.Open(row.Id), t["nav.requests"], Icons.Material.Outlined.Assignment)
        {
            Facts = [row.Number, row.Service],
        })];
    };

    /// <summary>The places of the navigation, by their names.</summary>
    private static SearchSource Pages(IStringLocalizer<ShellText> t) => (text, user, _) =>
    {
        var key = SearchKey.Of(text);
        var found = NavigationItems.All.Where(i => key.Length > 1 && i.IsFor(user) && SearchKey.Of(t[i.TextKey]).Contains(key, StringComparison.Ordinal));
        return Task.FromResult<IReadOnlyList<SearchHit>>([.. found.Select(i => new SearchHit(t[i.TextKey], i.Href, t["search.pages"], i.Icon))]);
    };
}
