using Microsoft.AspNetCore.Identity;

namespace Mabarra.CaseManager.Staff.SignIn;

/// <summary>User names are unique by their search key, so that no second account looks like the first (B17).</summary>
internal sealed class NameNormalizer : ILookupNormalizer
{
    public string? NormalizeName(string? name) => name is { Length: <= 256 } ? SearchKey.Of(name) : "";

    public string? NormalizeEmail(string? email) => email?.ToUpperInvariant();
}
