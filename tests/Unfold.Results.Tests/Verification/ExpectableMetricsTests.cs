using System.Reflection;
using Unfold.Specs;

namespace Unfold.Results.Tests;

public sealed class ExpectableMetricsTests
{
    [Fact]
    public void A_spec_may_expect_every_metric_that_is_not_of_the_machine_and_no_other()
    {
        var metrics = Constants(typeof(MetricNames)).Where(m => !MetricNames.IsOfTheMachine(m)).Concat(Constants(typeof(LandscapeMetrics)).Where(m => !m.EndsWith('.')));
        Assert.Equal(metrics.Order(StringComparer.Ordinal), ExpectableMetrics.Names);
    }

    private static IEnumerable<string> Constants(Type names) =>
        names.GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!);
}
