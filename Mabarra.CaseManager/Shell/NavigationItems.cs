using System.Security.Claims;
using MudBlazor;

namespace Mabarra.CaseManager.Shell;

/// <summary>One place to go.</summary>
/// <param name="TextKey">Its name in ShellText; <c>{TextKey}.hint</c> says on the home page what it is for.</param>
/// <param name="Permission">Who lacks it does not see it. The page and its services check for themselves.</param>
/// <param name="Code">After G, the key that goes there (KeyboardEvent.code, so it works on the Arabic layout).</param>
public sealed record NavigationItem(string TextKey, string Href, string Icon, string? Permission, string Code)
{
    /// <summary>Stands under "settings".</summary>
    public bool Settings { get; init; }

    public bool IsFor(ClaimsPrincipal user) => Permission is null || user.HasClaim(NavigationItems.PermissionClaim, Permission);
}

/// <summary>The whole navigation. New areas add their line here.</summary>
public static class NavigationItems
{
    /// <summary>One claim of this type per permission.</summary>
    public const string PermissionClaim = "permission";

    public static readonly NavigationItem Home = new("nav.home", "/", Icons.Material.Outlined.Home, null, "KeyH");

    public static IReadOnlyList<NavigationItem> All { get; } =
    [
        Home,
        new("nav.intake", "/reception", Icons.Material.Outlined.MeetingRoom, "intake.view", "KeyI"),
        new("nav.beneficiaries", "/beneficiaries", Icons.Material.Outlined.Groups, "beneficiaries.view", "KeyB"),
        new("nav.board", "/board", Icons.Material.Outlined.ViewKanban, "intake.view", "KeyD"),
        new("nav.requests", "/requests", Icons.Material.Outlined.Assignment, "intake.view", "KeyR"),
        new("nav.mine", "/liaison/mine", Icons.Material.Outlined.AssignmentInd, "liaison.mine", "KeyM"),
        new("nav.inquiries", "/inquiries", Icons.Material.Outlined.QuestionAnswer, "inquiries.view", "KeyQ"),
        new("nav.liaison", "/liaison", Icons.Material.Outlined.SupportAgent, "liaison.view", "KeyF"),
        new("nav.notices", "/notices", Icons.Material.Outlined.MarkEmailUnread, "contacts.view", "KeyN"),
        new("nav.contacts", "/contacts", Icons.Material.Outlined.Forum, "contacts.view", "KeyE"),
        new("nav.review", "/committee/board", Icons.Material.Outlined.Gavel, "review.view", "KeyX"),
        new("nav.sittings", "/committee/sittings", Icons.Material.Outlined.EventNote, "review.sittings", "KeyJ"),
        new("nav.committees", "/committee", Icons.Material.Outlined.Groups3, "committees.view", "KeyC"),
        new("nav.library", "/library", Icons.Material.Outlined.MenuBook, null, "KeyY"),
        new("nav.mypolicies", "/library/mine", Icons.Material.Outlined.HistoryEdu, null, "KeyU"),
        new("nav.coverage", "/library/coverage", Icons.Material.Outlined.PieChart, "policies.track", "KeyP"),
        new("nav.channels", "/channels", Icons.Material.Outlined.ContactPhone, "channels.view", "KeyW"),
        new("nav.information", "/information", Icons.Material.Outlined.Campaign, "information.view", "KeyZ"),
        new("nav.holidays", "/holidays", Icons.Material.Outlined.CalendarMonth, "holidays.view", "KeyL"),
        new("nav.settings.home", "/settings", Icons.Material.Outlined.Tune, "lists.edit", "KeyO") { Settings = true },
        new("nav.sending", "/settings/sending", Icons.Material.Outlined.Send, "lists.edit", "KeyV") { Settings = true },
        new("nav.services", "/settings/services", Icons.Material.Outlined.Checklist, "lists.edit", "KeyS") { Settings = true },
        new("nav.accounts", "/settings/accounts", Icons.Material.Outlined.ManageAccounts, "accounts.edit", "KeyA") { Settings = true },
        new("nav.backups", "/settings/backups", Icons.Material.Outlined.Backup, "backups.run", "KeyK") { Settings = true },
        new("nav.audit", "/settings/audit", Icons.Material.Outlined.FactCheck, "audit.view", "KeyT") { Settings = true },
    ];
}
