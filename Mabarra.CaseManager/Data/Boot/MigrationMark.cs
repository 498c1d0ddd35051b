namespace Mabarra.CaseManager.Data.Boot;

/// <summary>
/// A small file beside the database while its migrations run, naming the copy made before the first of them. A start that was killed in between
/// leaves it, so that the next one goes on, and on failure puts back that copy rather than one made half-way.
/// </summary>
internal sealed class MigrationMark(DatabaseOptions options)
{
    private readonly string path = options.SqliteFile + ".migrating";

    public string? Read() => File.Exists(path) && File.ReadAllText(path) is { Length: > 0 } copy && File.Exists(copy) ? copy : null;

    public void Write(string copy)
    {
        File.WriteAllText(path + ".new", copy);
        SqliteCopy.Flush(path + ".new");
        File.Move(path + ".new", path, overwrite: true);
    }

    public void Remove() => File.Delete(path);
}
