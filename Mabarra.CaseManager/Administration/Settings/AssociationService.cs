using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Microsoft.Extensions.Options;

namespace Mabarra.CaseManager.Administration.Settings;

/// <summary>The association's details and its logo. Papers issued before stay as they are: they are stored whole.</summary>
public sealed class AssociationService(CaseWriter writer, IOptions<AssociationProfile> configured)
{
    public Task SaveAsync(Act act, Guid stamp, AssociationForm form, CancellationToken cancel = default)
    {
        act.Require(SettingsModule.EditPermission);
        var clean = AssociationChecks.Clean(form);
        var values = AssociationField.All.ToDictionary(f => f.Key, f => clean[f.Name], StringComparer.Ordinal);
        return writer.SaveAsync(db => WriteAsync(db, act, stamp, values, cancel), cancel);
    }

    /// <param name="picture">PNG or JPEG as uploaded; empty takes the logo away.</param>
    public Task SetLogoAsync(Act act, Guid stamp, byte[] picture, CancellationToken cancel = default)
    {
        act.Require(SettingsModule.EditPermission);
        // Decoding takes its time and waits outside the gate.
        var logo = picture.Length == 0 ? null : new AssociationLogo(LogoPicture.Remake(picture));
        return writer.SaveAsync(async db =>
        {
            if (logo is not null)
            {
                db.Add(logo);
                db.Record(act, "settings.paper.logo", logo, AssociationField.LogoKey);
            }

            await WriteAsync(db, act, stamp, new Dictionary<string, string>(StringComparer.Ordinal) { [AssociationField.LogoKey] = logo?.Id.ToString() ?? "" }, cancel);
        }, cancel);
    }

    private Task<int> WriteAsync(CaseDbContext db, Act act, Guid stamp, Dictionary<string, string> values, CancellationToken cancel) => SettingGroup.WriteAsync(
        db, AssociationProfile.Group, stamp, values, Initial, setting => db.Record(act, "settings.paper.association", setting, setting.Key), cancel);

    private string Initial(string key) => AssociationField.All.FirstOrDefault(f => string.Equals(f.Key, key, StringComparison.Ordinal))?.Get(configured.Value) ?? "";
}
