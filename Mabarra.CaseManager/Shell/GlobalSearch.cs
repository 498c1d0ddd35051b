using System.Security.Claims;

namespace Mabarra.CaseManager.Shell;

/// <summary>One thing found.</summary>
/// <param name="Group">What kind of thing, in the page's language.</param>
/// <param name="Icon">The picture before it.</param>
public sealed record SearchHit(string Title, string Href, string Group, string Icon)
{
    /// <summary>What tells it from its namesakes, each in a direction of its own.</summary>
    public IReadOnlyList<string> Facts { get; init; } = [];
}

/// <summary>What was found, and whether an area did not answer: "nothing found" would then be a lie.</summary>
public sealed record SearchAnswer(IReadOnlyList<SearchHit> Hits, bool IsPartial = false)
{
    public static SearchAnswer Nothing { get; } = new([]);
}

/// <summary>Looks in one area. Must itself respect what the person may see.</summary>
public delegate Task<IReadOnlyList<SearchHit>> SearchSource(string text, ClaimsPrincipal user, CancellationToken cancel);

/// <summary>Asks every registered area at once; one that fails or is slow does not take the others' answers away.</summary>
public sealed class GlobalSearch(IEnumerable<SearchSource> sources, ILogger<GlobalSearch> log)
{
    private const int MinLength = 2;
    private const int MaxLength = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>One letter finds half the registry; one digit may be a whole file number.</summary>
    public static bool IsTooShort(string text) => text.Trim() is { Length: < MinLength } asked && !Digits.AreLatin(Digits.ToLatin(asked));

    public async Task<SearchAnswer> FindAsync(string text, ClaimsPrincipal user, CancellationToken cancel)
    {
        var asked = text.Trim();
        if (IsTooShort(asked) || asked.Length > MaxLength)
            return SearchAnswer.Nothing;
        var answers = await Task.WhenAll(sources.Select(source => AskAsync(source, asked, user, cancel)));
        return new SearchAnswer([.. answers.SelectMany(hits => hits ?? [])], answers.Any(hits => hits is null));
    }

    private async Task<IReadOnlyList<SearchHit>?> AskAsync(SearchSource source, string text, ClaimsPrincipal user, CancellationToken cancel)
    {
        try
        {
            return await source(text, user, cancel).WaitAsync(Patience, cancel);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            log.LogWarning(e, "A search source did not answer");
            return null;
        }
    }
}
