namespace Mabarra.CaseManager.Data;

/// <summary>All writes of this process pass one at a time. SQLite has one writer anyway; queueing here is fair and waits milliseconds where its own retry starves for seconds.</summary>
public sealed class WriteGate : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);

    public async Task<IDisposable> EnterAsync(CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        return new Turn(turn);
    }

    public IDisposable Enter()
    {
        turn.Wait();
        return new Turn(turn);
    }

    public void Dispose() => turn.Dispose();

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
