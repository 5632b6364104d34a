using OfficerBot.Doors;

namespace OfficerBot.Tests.Doors;

public class InOrderTests
{
    [Fact]
    public async Task What_came_later_starts_when_what_came_before_has_ended_even_in_failure()
    {
        var order = new InOrder();
        var gate = new TaskCompletionSource<int>();
        var started = new List<int>();
        var first = order.RunAsync("a", false, () => gate.Task);
        var second = order.RunAsync("a", true, () => Start(2));
        var third = order.RunAsync("a", false, () => Start(3));
        (await order.RunAsync("b", true, () => Start(9))).Should().Be(9);
        started.Should().Equal(9);

        gate.SetException(new InvalidOperationException("first"));
        (await second, await third).Should().Be((2, 3));
        started.Should().Equal(9, 2, 3);
        await FluentActions.Awaiting(() => first).Should().ThrowAsync<InvalidOperationException>();

        Task<int> Start(int number)
        {
            lock (started)
            {
                started.Add(number);
            }

            return Task.FromResult(number);
        }
    }

    [Fact]
    public void Quick_work_with_nobody_before_it_starts_at_once()
    {
        var order = new InOrder();
        var ran = false;
        _ = order.RunAsync("a", true, () => Task.FromResult(ran = true));
        ran.Should().BeTrue();
    }
}
