using System.Security.Claims;
using Mabarra.CaseManager.Shell;
using Microsoft.Extensions.Logging.Abstractions;

namespace Mabarra.CaseManager.Tests.Shell;

public sealed class GlobalSearchTests
{
    private static readonly SearchHit Hit = new("نورة", "/beneficiaries/1", "المستفيدون", "icon");

    private static Task<SearchAnswer> FindAsync(string text, params SearchSource[] sources) =>
        new GlobalSearch(sources, NullLogger<GlobalSearch>.Instance).FindAsync(text, new ClaimsPrincipal(), TestContext.Current.CancellationToken);

    [Fact]
    public async Task A_source_that_fails_does_not_take_the_others_away_and_is_told_of()
    {
        var answer = await FindAsync("نورة", (_, _, _) => throw new TimeoutException(), FindsAll);
        Assert.Equal([Hit], answer.Hits);
        Assert.True(answer.IsPartial);
        Assert.False((await FindAsync("نورة", FindsAll)).IsPartial);
    }

    [Theory]
    [InlineData(" ن ", 0)]
    [InlineData("نو", 1)]
    [InlineData("٧", 1)]
    [InlineData("7", 1)]
    public async Task One_letter_asks_nobody_but_one_digit_may_be_a_file_number(string typed, int hits) => Assert.Equal(hits, (await FindAsync(typed, FindsAll)).Hits.Count);

    private static Task<IReadOnlyList<SearchHit>> FindsAll(string text, ClaimsPrincipal user, CancellationToken cancel) => Task.FromResult<IReadOnlyList<SearchHit>>([Hit]);
}
