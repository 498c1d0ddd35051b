using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Contacts.Directory;

/// <summary>
/// Telephone, fax, website, e-mail and address stand once: in the association's details, which every letterhead and public page reads. The directory
/// shows and changes those very settings, so a new fax number is on the next paper (خ-٢).
/// </summary>
internal static class ChannelContacts
{
    /// <returns>Null for channels whose contact is their own.</returns>
    public static AssociationField? FieldOf(Channel channel)
    {
        var name = channel switch
        {
            Channel.Phone => nameof(AssociationProfile.Phone),
            Channel.Fax => nameof(AssociationProfile.Fax),
            Channel.Website => nameof(AssociationProfile.Website),
            Channel.Email => nameof(AssociationProfile.Email),
            Channel.InPerson => nameof(AssociationProfile.Address),
            _ => null,
        };
        return name is null ? null : AssociationField.All.First(f => string.Equals(f.Name, name, StringComparison.Ordinal));
    }

    public static string? Of(ContactChannel channel, AssociationProfile profile) => FieldOf(channel.Channel) is { } field ? field.Get(profile) : channel.OwnContact;

    public static string? Clean(FieldChecks check, Channel channel, string? typed) => channel switch
    {
        Channel.Phone or Channel.Fax => check.Optional(typed, nameof(ChannelForm.Contact), SaudiPhone.Check),
        Channel.Email => check.Optional(typed, nameof(ChannelForm.Contact), EmailText.Check),
        Channel.Website => check.Optional(typed, nameof(ChannelForm.Contact), Site),
        _ => check.OptionalLine(typed, nameof(ChannelForm.Contact), 160),
    };

    /// <summary>Writes the setting the letterhead reads, with the entry that makes issued papers be drawn anew.</summary>
    public static async Task WriteAsync(CaseDbContext db, Act act, AssociationField field, string? value, CancellationToken cancel)
    {
        var setting = await db.Settings.SingleOrDefaultAsync(s => s.Key == field.Key, cancel);
        if (setting is null)
            db.Add(setting = new Setting(field.Key, value ?? ""));
        else
            setting.Change(value ?? "");
        db.Record(act, "settings.paper.association", setting, setting.Key);
    }

    private static Checked<string> Site(string? typed)
    {
        var text = typed?.Trim() ?? "";
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        text = text[(scheme < 0 ? 0 : scheme + 3)..].TrimEnd('/').ToLowerInvariant();
        return Uri.CheckHostName(text.Split('/')[0]) == UriHostNameType.Dns && text.Contains('.', StringComparison.Ordinal) && text.Length <= 160
            ? text
            : new Refusal("contacts.channel.site");
    }
}
