using System.Security.Claims;
using Mabarra.CaseManager.Shell;
using Microsoft.Extensions.Logging.Abstractions;

namespace Mabarra.CaseManager.Tests.Shell;

public sealed class GlobalSearchTests
{
    private static readonly SearchHit Hit = new("نورة", "/beneficiaries/1", "المستفيدون");

    private static Task<IReadOnlyList<SearchHit>> FindAsync(string text, params SearchSource[] sources) =>
        new GlobalSearch(sources, NullLogger<GlobalSearch>.Instance).FindAsync(text, new ClaimsPrincipal(), TestContext.Current.CancellationToken);

    [Fact]
    public async Task A_source_that_fails_does_not_take_the_others_away() =>
        Assert.Equal([Hit], await FindAsync("نورة", (_, _, _) => throw new TimeoutException(), (_, _, _) => Task.FromResult<IReadOnlyList<SearchHit>>([Hit])));

    [Fact]
    public async Task One_letter_asks_nobody() =>
        Assert.Empty(await FindAsync(" ن ", (_, _, _) => Task.FromResult<IReadOnlyList<SearchHit>>([Hit])));
}
