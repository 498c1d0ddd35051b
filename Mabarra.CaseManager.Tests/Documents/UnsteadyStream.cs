namespace Mabarra.CaseManager.Tests.Documents;

/// <summary>A network line: gives a little at a time, may break, may never end. Keeps no copy of what it gives.</summary>
internal sealed class UnsteadyStream(byte[] bytes, long breakAt, bool repeat = false) : Stream
{
    public long Given { get; private set; }

    /// <summary>Waited for before the line breaks.</summary>
    public Func<Task>? BeforeBreak { get; init; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => Given;
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        if (Given >= breakAt)
        {
            await (BeforeBreak?.Invoke() ?? Task.CompletedTask);
            throw new IOException("The line broke.");
        }

        var at = (int)(repeat ? Given % bytes.Length : Math.Min(Given, bytes.Length));
        var count = Math.Min(Math.Min(buffer.Length, 10_000), bytes.Length - at);
        bytes.AsSpan(at, count).CopyTo(buffer.Span);
        Given += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
