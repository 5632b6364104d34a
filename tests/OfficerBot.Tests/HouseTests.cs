namespace OfficerBot.Tests;

public class HouseTests
{
    [Fact]
    public void The_house_stands() => typeof(HouseTests).Namespace.Should().Be("OfficerBot.Tests");
}
