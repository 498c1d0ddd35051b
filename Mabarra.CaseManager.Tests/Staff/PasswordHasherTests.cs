using System.Diagnostics;
using Mabarra.CaseManager.Staff.SignIn;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Mabarra.CaseManager.Tests.Staff;

public sealed class PasswordHasherTests
{
    /// <summary>So many turns that a hash left out shows on any machine, however busy: busier only makes it longer.</summary>
    [Fact]
    public void B68_A_name_nobody_has_is_hashed_for_all_the_same()
    {
        var hasher = new NfcPasswordHasher(Options.Create(new PasswordHasherOptions { IterationCount = 500_000 }));
        Assert.False(hasher.Matches(null, "warm up"));
        var start = Stopwatch.GetTimestamp();
        Assert.False(hasher.Matches(null, "wrong-wrong-wrong"));
        Assert.True(Stopwatch.GetElapsedTime(start) > TimeSpan.FromMilliseconds(30));
    }
}
