using System.Collections.Concurrent;

namespace Mabarra.CaseManager.Ui;

/// <summary>What a person typed and has not saved yet, kept on the server per person and form, so that a lost connection loses nothing.</summary>
public interface IDrafts
{
    Task<string?> LoadAsync(string formKey);

    Task SaveAsync(string formKey, string json);

    Task ClearAsync(string formKey);

    /// <summary>The forms of this person whose key begins so and that have something kept: a page opens them again by itself.</summary>
    Task<IReadOnlySet<string>> KeysAsync(string prefix);
}

/// <summary>Drafts of one circuit only: for tests and static hosts. Data registers the real one, encrypted and per person.</summary>
internal sealed class MemoryDrafts : IDrafts
{
    private readonly ConcurrentDictionary<string, string> _drafts = new(StringComparer.Ordinal);

    public Task<string?> LoadAsync(string formKey) => Task.FromResult(_drafts.GetValueOrDefault(formKey));

    public Task SaveAsync(string formKey, string json)
    {
        _drafts[formKey] = json;
        return Task.CompletedTask;
    }

    public Task ClearAsync(string formKey)
    {
        _drafts.TryRemove(formKey, out _);
        return Task.CompletedTask;
    }

    public Task<IReadOnlySet<string>> KeysAsync(string prefix) =>
        Task.FromResult<IReadOnlySet<string>>(_drafts.Keys.Where(k => k.StartsWith(prefix, StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal));
}
