using System.Collections.Frozen;
using Microsoft.AspNetCore.Identity;

namespace Mabarra.CaseManager.Staff.SignIn;

/// <summary>Long and not on everybody's list; nothing is asked about its composition (B67). Errors' codes are keys of StaffText.</summary>
internal sealed class PasswordRules : IPasswordValidator<StaffUser>
{
    public const int Shortest = 12;
    private const int FewestLetters = 5;

    private static readonly FrozenSet<string> Common = Load();

    public Task<IdentityResult> ValidateAsync(UserManager<StaffUser> manager, StaffUser user, string? password) =>
        Task.FromResult(Refuse(password, user.UserName) is { } code
            ? IdentityResult.Failed(new IdentityError { Code = code, Description = code })
            : IdentityResult.Success);

    /// <summary>Why the password is refused, or null.</summary>
    public static string? Refuse(string? password, string? userName)
    {
        if (password is null || password.Length < Shortest)
            return "account.password.short";
        if (NfcPasswordHasher.Normalise(password) is not { } nfc)
            return "account.password.long";
        if (nfc.Length < Shortest)
            return "account.password.short";
        return IsGuessable(nfc, userName) ? "account.password.common" : null;
    }

    private static bool IsGuessable(string password, string? userName)
    {
        var folded = password.ToLowerInvariant();
        return folded.Distinct().Count() < FewestLetters
            || Common.Contains(folded)
            || (userName is { Length: > 3 } && folded.Replace(userName.ToLowerInvariant(), "", StringComparison.Ordinal).Length < Shortest / 2);
    }

    private static FrozenSet<string> Load()
    {
        using var stream = typeof(PasswordRules).Assembly.GetManifestResourceStream("common-passwords.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .ToFrozenSet(StringComparer.Ordinal);
    }
}
