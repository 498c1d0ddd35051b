using System.Security.Claims;

namespace Mabarra.CaseManager.Shell;

/// <summary>One thing found.</summary>
/// <param name="Group">What kind of thing, in the page's language.</param>
/// <param name="Detail">What tells it from its namesakes.</param>
public sealed record SearchHit(string Title, string Href, string Group, string? Detail = null, string? Icon = null);

/// <summary>Looks in one area. Must itself respect what the person may see.</summary>
public delegate Task<IReadOnlyList<SearchHit>> SearchSource(string text, ClaimsPrincipal user, CancellationToken cancel);

/// <summary>Asks every registered area at once; one that fails or is slow does not take the others' answers away.</summary>
public sealed class GlobalSearch(IEnumerable<SearchSource> sources, ILogger<GlobalSearch> log)
{
    public const int MinLength = 2;
    private const int MaxLength = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<IReadOnlyList<SearchHit>> FindAsync(string text, ClaimsPrincipal user, CancellationToken cancel)
    {
        var asked = text.Trim();
        if (asked.Length is < MinLength or > MaxLength)
            return [];
        var answers = await Task.WhenAll(sources.Select(source => AskAsync(source, asked, user, cancel)));
        return [.. answers.SelectMany(hits => hits)];
    }

    private async Task<IReadOnlyList<SearchHit>> AskAsync(SearchSource source, string text, ClaimsPrincipal user, CancellationToken cancel)
    {
        try
        {
            return await source(text, user, cancel).WaitAsync(Patience, cancel);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            log.LogWarning(e, "A search source did not answer");
            return [];
        }
    }
}
