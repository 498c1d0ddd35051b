using System.Buffers.Text;
using System.Security.Claims;
using Mabarra.CaseManager.Staff.SignIn;
using Microsoft.AspNetCore.Identity;

namespace Mabarra.CaseManager.Staff.Own;

/// <summary>One passkey as the page shows it.</summary>
public sealed record PasskeyRow(string Id, string Name, DateTime CreatedAt);

/// <summary>Signing in with this device's finger, face or PIN instead of a password.</summary>
internal sealed class OwnPasskeys(OwnAccount own, StaffUserManager users, StaffSignInManager signIn, ILogger<OwnPasskeys> logger)
{
    public const int Most = 10;
    private const int LongestName = 60;

    public async Task<IReadOnlyList<PasskeyRow>> ReadAsync(ClaimsPrincipal who)
    {
        var user = await own.FindAsync(who);
        return [.. (await users.GetPasskeysAsync(user)).OrderBy(p => p.CreatedAt).Select(p => new PasskeyRow(Base64Url.EncodeToString(p.CredentialId), p.Name ?? "", p.CreatedAt.UtcDateTime))];
    }

    /// <summary>What the browser needs to make one.</summary>
    public async Task<string> OptionsAsync(ClaimsPrincipal who)
    {
        var user = await own.FindAsync(who);
        return await signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = user.Id.ToString(), Name = user.UserName!, DisplayName = user.FullName });
    }

    /// <summary>A passkey opens the account for good: whoever finds a screen left open must not add his own.</summary>
    /// <exception cref="NotConfirmed">The password is asked for first.</exception>
    public async Task AddAsync(ClaimsPrincipal who, string? credentialJson, string? name)
    {
        var user = await own.FindAsync(who);
        own.RequireFresh(who, user);
        if ((await users.GetPasskeysAsync(user)).Count >= Most)
            throw new RuleViolation("account.passkey.many", null, Most);
        var attestation = await AttestAsync(credentialJson ?? "");
        if (attestation is not { Succeeded: true } || !string.Equals(attestation.UserEntity.Id, user.Id.ToString(), StringComparison.Ordinal))
        {
            logger.LogWarning("A passkey was not taken: {Reason}", attestation?.Failure?.Message);
            throw new RuleViolation("account.passkey.failed");
        }
        attestation.Passkey.Name = Name(name);
        await own.SaveAsync(user, SecurityActions.PasskeyAdded, null, () => users.AddOrUpdatePasskeyAsync(user, attestation.Passkey));
    }

    public async Task RenameAsync(ClaimsPrincipal who, string? id, string? name)
    {
        var user = await own.FindAsync(who);
        var passkey = await FindAsync(user, id);
        passkey.Name = Name(name);
        await own.SaveAsync(user, SecurityActions.PasskeyRenamed, null, () => users.AddOrUpdatePasskeyAsync(user, passkey));
    }

    public async Task RemoveAsync(ClaimsPrincipal who, string? id)
    {
        var user = await own.FindAsync(who);
        own.RequireFresh(who, user);
        var passkey = await FindAsync(user, id);
        await own.SaveAsync(user, SecurityActions.PasskeyRemoved, null, () => users.RemovePasskeyAsync(user, passkey.CredentialId));
    }

    private async Task<UserPasskeyInfo> FindAsync(StaffUser user, string? id)
    {
        var bytes = id is { Length: > 0 and < 2000 } && Base64Url.IsValid(id) ? Base64Url.DecodeFromChars(id) : [];
        return await users.GetPasskeyAsync(user, bytes) ?? throw new RuleViolation("account.passkey.gone");
    }

    private async Task<PasskeyAttestationResult?> AttestAsync(string credentialJson)
    {
        try
        {
            return await signIn.PerformPasskeyAttestationAsync(credentialJson);
        }
        catch (InvalidOperationException)
        {
            // Nothing was asked of this browser, or its answer is no answer at all.
            return null;
        }
    }

    private static string Name(string? typed)
    {
        var check = new FieldChecks();
        var name = check.Line(typed, "Name", LongestName);
        check.ThrowIfAny();
        return name;
    }
}
