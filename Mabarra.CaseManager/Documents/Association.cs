using System.Globalization;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Mabarra.CaseManager.Documents;

/// <summary>
/// Whose house this is, for screens and papers alike: the section <c>Association</c> of the configuration, and over it what the set-up page and the
/// settings were told. A change shows at once on this node, and within a minute on others (<see cref="SettingReader"/>).
/// </summary>
public sealed class Association(SettingReader settings, LiveChanges changes, IOptions<AssociationProfile> configured) : IBrandName
{
    public async ValueTask<string> NameAsync(CancellationToken cancel = default) =>
        (await ProfileAsync(cancel)).NameIn(CultureInfo.CurrentUICulture);

    public async ValueTask<string?> LogoAsync(CancellationToken cancel = default) =>
        (await ProfileAsync(cancel)).LogoId is { } id ? DocumentLinks.Logo(id) : null;

    public async ValueTask<IReadOnlyList<(string Kind, string Value)>> ContactsAsync(CancellationToken cancel = default)
    {
        var profile = await ProfileAsync(cancel);
        (string Kind, string? Value)[] all = [("phone", profile.Phone), ("fax", profile.Fax), ("email", profile.Email), ("website", profile.Website)];
        return [.. all.Where(c => !string.IsNullOrEmpty(c.Value)).Select(c => (c.Kind, c.Value!))];
    }

    public IDisposable? Watch(Action changed) => changes.Watch(changed, typeof(Setting));

    /// <summary>The profile as screens show it. A database that does not answer takes no page away.</summary>
    public async ValueTask<AssociationProfile> ProfileAsync(CancellationToken cancel = default) => configured.Value.With(await settings.AllAsync(cancel));

    /// <summary>As the database of this very transaction has it, with the logo: what a paper says.</summary>
    public async Task<AssociationProfile> ReadAsync(CaseDbContext db, CancellationToken cancel)
    {
        var (stored, logos) = (db.Settings, db.AssociationLogos);
        var values = await stored.AsNoTracking().Where(s => s.Key.StartsWith(AssociationProfile.Group)).ToDictionaryAsync(s => s.Key, s => s.Value, StringComparer.Ordinal, cancel);
        var profile = configured.Value.With(values);
        if (profile.LogoId is not { } id)
            return profile;
        return profile with { Logo = await logos.AsNoTracking().Where(l => l.Id == id).Select(l => l.Png).FirstOrDefaultAsync(cancel) };
    }
}
