using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Mabarra.CaseManager.Staff.SignIn;

/// <summary>Hashes the NFC form, so that a password typed on another keyboard or system is the same password (B67).</summary>
internal sealed class NfcPasswordHasher(IOptions<PasswordHasherOptions> options) : PasswordHasher<StaffUser>(options)
{
    /// <summary>In UTF-16 units of the NFC form. Longer input is never hashed: it would only cost the server time.</summary>
    public const int Longest = 128;

    // No password has this hash; it keeps an unknown name as slow as a known one (B68).
    private static readonly StaffUser Nobody = new("nobody", "nobody");
    private readonly Lazy<string> nobodysHash = new(() => new PasswordHasher<StaffUser>(options).HashPassword(Nobody, Guid.NewGuid().ToString()));

    /// <summary>The NFC form, or null when the text is broken or too long to be anybody's password.</summary>
    public static string? Normalise(string? password)
    {
        if (string.IsNullOrEmpty(password) || password.Length > 4 * Longest || !IsWhole(password))
            return null;
        var nfc = password.Normalize(NormalizationForm.FormC);
        return nfc.Length <= Longest ? nfc : null;
    }

    public override string HashPassword(StaffUser user, string password) =>
        base.HashPassword(user, Normalise(password) ?? throw new ArgumentException("Refused by the password rules.", nameof(password)));

    public override PasswordVerificationResult VerifyHashedPassword(StaffUser user, string hashedPassword, string providedPassword) =>
        Normalise(providedPassword) is { } nfc ? base.VerifyHashedPassword(user, hashedPassword, nfc) : PasswordVerificationResult.Failed;

    /// <summary>Takes the same time whether or not there is such an account, and whatever the length of what was typed.</summary>
    public bool Matches(StaffUser? user, string? password)
    {
        var known = user?.PasswordHash is not null;
        var nfc = Normalise(password);
        var result = base.VerifyHashedPassword(user ?? Nobody, known ? user!.PasswordHash! : nobodysHash.Value, nfc ?? "-");
        return known && nfc is not null && result != PasswordVerificationResult.Failed;
    }

    private static bool IsWhole(string text)
    {
        foreach (var rune in text.AsSpan().EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar)
                return false;
        }
        return true;
    }
}
