namespace Mabarra.CaseManager.Ui;

/// <summary>Whose house this is, in the language of the page: on every page's mark and in every tab's title. The module that keeps the name answers.</summary>
public interface IBrandName
{
    ValueTask<string> NameAsync(CancellationToken cancel = default);

    /// <summary>Where its own picture is; null when the app's mark stands for it.</summary>
    ValueTask<string?> LogoAsync(CancellationToken cancel = default) => ValueTask.FromResult<string?>(null);

    /// <summary>How the public reaches it: <c>phone</c>, <c>fax</c>, <c>email</c>, <c>website</c> and their values.</summary>
    ValueTask<IReadOnlyList<(string Kind, string Value)>> ContactsAsync(CancellationToken cancel = default) => ValueTask.FromResult<IReadOnlyList<(string, string)>>([]);

    /// <summary>Calls back (on any thread) when name or picture may have changed, until disposed.</summary>
    IDisposable? Watch(Action changed) => null;
}

/// <summary>Where nobody keeps a name: the kit by itself.</summary>
internal sealed class NoBrandName : IBrandName
{
    public ValueTask<string> NameAsync(CancellationToken cancel = default) => ValueTask.FromResult("");
}
