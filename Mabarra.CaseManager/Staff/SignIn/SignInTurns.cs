namespace Mabarra.CaseManager.Staff.SignIn;

/// <summary>Tries for one name go one after another, so that guessing in parallel cannot slip past the count that locks the account.</summary>
internal sealed class SignInTurns : IDisposable
{
    private readonly SemaphoreSlim[] turns = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];

    public async Task<IDisposable> EnterAsync(string? name)
    {
        var turn = turns[(uint)StringComparer.Ordinal.GetHashCode(name ?? "") % turns.Length];
        await turn.WaitAsync();
        return new Turn(turn);
    }

    public void Dispose()
    {
        foreach (var turn in turns)
            turn.Dispose();
    }

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
