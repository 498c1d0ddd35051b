using Mabarra.CaseManager.Contacts.Notices;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Data.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Contacts.Sending;

/// <summary>The gateways as the database has them, and their opened secrets.</summary>
public sealed class GatewayReader(FieldCipher cipher)
{
    private const string Table = "Gateways";
    private const string Column = "SecretSealed";

    internal static Task<Dictionary<NoticeRoute, Gateway>> OnAsync(CaseDbContext db, CancellationToken cancel) =>
        db.Gateways.AsNoTracking().Where(g => g.IsOn).ToDictionaryAsync(g => g.Route, cancel);

    internal byte[] Seal(Gateway gateway, string secret) => cipher.Seal(Table, Column, gateway.Id, secret);

    internal string? Open(Gateway gateway) => gateway.SecretSealed is { } secret ? cipher.OpenText(Table, Column, gateway.Id, secret) : null;
}
