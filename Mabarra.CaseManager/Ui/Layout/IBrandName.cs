namespace Mabarra.CaseManager.Ui;

/// <summary>Whose house this is, in the language of the page: on every page's mark and in every tab's title. The module that keeps the name answers.</summary>
public interface IBrandName
{
    ValueTask<string> NameAsync(CancellationToken cancel = default);
}

/// <summary>Where nobody keeps a name: the kit by itself.</summary>
internal sealed class NoBrandName : IBrandName
{
    public ValueTask<string> NameAsync(CancellationToken cancel = default) => ValueTask.FromResult("");
}
