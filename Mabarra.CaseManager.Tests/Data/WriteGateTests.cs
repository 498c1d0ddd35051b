using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.Tests.Data;

public sealed class WriteGateTests
{
    [Fact]
    public async Task C11_Writers_pass_in_the_order_they_came_and_one_at_a_time()
    {
        using var gate = new WriteGate();
        var passed = new List<int>();
        var first = await gate.EnterAsync(TestContext.Current.CancellationToken);
        var waiting = Enumerable.Range(0, 50).Select(PassAsync).ToList();
        Assert.Empty(passed);
        first.Dispose();
        await Task.WhenAll(waiting);
        Assert.Equal(Enumerable.Range(0, 50), passed);

        async Task PassAsync(int number)
        {
            using var turn = await gate.EnterAsync(TestContext.Current.CancellationToken);
            passed.Add(number);
            await Task.Yield();
        }
    }

    [Fact]
    public async Task A_writer_who_gives_up_waiting_does_not_hold_up_the_next()
    {
        using var gate = new WriteGate();
        using var impatient = new CancellationTokenSource();
        var first = await gate.EnterAsync(TestContext.Current.CancellationToken);
        var givenUp = gate.EnterAsync(impatient.Token);
        var next = gate.EnterAsync(TestContext.Current.CancellationToken);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => givenUp);
        first.Dispose();
        (await next).Dispose();
    }
}
