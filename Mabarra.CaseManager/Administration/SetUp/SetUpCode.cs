using System.Security.Cryptography;
using System.Text;
using Mabarra.CaseManager.Staff.SignIn;

namespace Mabarra.CaseManager.Administration.SetUp;

/// <summary>The code only somebody who can read the server's log knows. One for each start; ten wrong tries close the page until the next one.</summary>
internal sealed class SetUpCode
{
    public const int Tries = 10;
    private const string Letters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private int wrong;

    /// <summary>As printed: <c>XXXX-XXXX-XXXX</c>.</summary>
    public string Text { get; } = string.Join('-', Enumerable.Range(0, 3).Select(_ => RandomNumberGenerator.GetString(Letters, 4)));

    public bool IsClosed => Volatile.Read(ref wrong) >= Tries;

    public bool Matches(string? typed)
    {
        var right = CryptographicOperations.FixedTimeEquals(Bytes(typed), Bytes(Text));
        // Counted before the answer is given, so that parallel tries get no more than the others.
        return right ? !IsClosed : Interlocked.Increment(ref wrong) < 0;
    }

    private static byte[] Bytes(string? text) => SHA256.HashData(Encoding.UTF8.GetBytes(OneTimeCode.Plain(text).ToUpperInvariant()));
}
