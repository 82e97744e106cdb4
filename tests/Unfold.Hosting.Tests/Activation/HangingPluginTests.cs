using System.Diagnostics;

namespace Unfold.Hosting.Tests;

/// <summary>
/// A plugin that does not come back, with a limit of half a second on a clock that only its waiting moves: what is asserted is that there is an
/// end, and whose fault it was.
/// </summary>
[Collection(HangClock.Tests)]
public sealed class HangingPluginTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(0.5);

    // Where what returns and what does not are told apart by the time alone.
    private static readonly TimeSpan LongLimit = TimeSpan.FromSeconds(5);

    private readonly HostFolder _folder = new("Good", "StaticHang");
    private readonly PluginHost _host;

    public HangingPluginTests() => _host = _folder.Open(search => search with { ConstructionLimit = Limit, Clock = new HangClock(Limit) });

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_static_constructor_that_never_returns_is_a_fault_of_its_plugin()
    {
        var failure = Assert.Throws<PluginException>(() => Specimen.Loss(_host, "hanging-loss", new { }));

        Assert.Equal(("StaticHang", "UFP020", PluginState.Faulted), (failure.Plugin, failure.Code, failure.Problem.State));
        Assert.Equal("plugin StaticHang: loss 'hanging-loss' does not return: nothing came back from its constructors within 0.5 s", failure.Message);
        Assert.Contains(PluginSearch.LimitVariable, failure.Mend, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_components_within_each_other_the_one_that_hangs_is_named()
    {
        var failure = Assert.Throws<PluginException>(() => Specimen.Loss(_host, "outer-loss", new { inner = new { use = "hanging-loss" } }));

        Assert.Contains("loss 'hanging-loss' does not return", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_components_that_are_built_together_the_one_that_hangs_is_named_and_not_waited_for_again()
    {
        var guard = new ConstructionGuard(Limit, new HangClock(Limit));
        var activator = new ComponentActivator(new PluginLoadSession(_host.Plugins), [], guard);

        object Both() => guard.Together(() =>
        {
            activator.DefaultOptions(_host.Catalog.Find("loss", "leaf")!);
            var hanging = _host.Catalog.Find("loss", "hanging-loss")!;
            return activator.Create(hanging, activator.DefaultOptions(hanging));
        });
        var first = Assert.Throws<PluginException>(Both);

        Assert.Equal(("StaticHang", "UFP020"), (first.Plugin, first.Code));
        Assert.Same(first, Assert.Throws<PluginException>(Both));
    }

    [Fact]
    public void What_is_built_together_is_built_on_one_thread_which_is_not_the_callers()
    {
        var guard = new ConstructionGuard(LongLimit, TimeProvider.System);
        var entry = _host.Catalog.Find("loss", "leaf")!;

        var threads = guard.Together(() => new[] { Thread(), Thread(), Environment.CurrentManagedThreadId });

        Assert.Single(threads.Distinct());
        Assert.DoesNotContain(Environment.CurrentManagedThreadId, threads);

        int Thread() => guard.Run(entry, () => Environment.CurrentManagedThreadId);
    }

    [Fact]
    public void The_other_plugins_and_the_other_components_of_the_plugin_still_work()
    {
        Assert.Throws<PluginException>(() => Specimen.Loss(_host, "hanging-loss", new { }));

        Assert.Equal("Good.LeafLoss", Specimen.Loss(_host, "leaf", new { }).GetType().FullName);
        Assert.Equal("StaticHang.OuterLoss", Specimen.Loss(_host, "outer-loss", new { }).GetType().FullName);
    }

    [Fact]
    public void What_did_not_return_once_is_not_waited_for_again()
    {
        var first = Assert.Throws<PluginException>(() => Specimen.Loss(_host, "hanging-loss", new { }));
        var second = Assert.Throws<PluginException>(() => Specimen.Loss(_host, "hanging-loss", new { }));

        Assert.Same(first, second);
    }

    [Fact]
    public void A_check_of_the_plugin_finds_it()
    {
        var reports = _host.Plugins.Select(_host.Check).ToList();

        Assert.Equal([PluginState.Active, PluginState.Faulted], reports.Select(report => report.State));
        Assert.Equal("UFP020", reports[1].Problem!.Code);
    }

    [Fact]
    public void Typed_code_that_builds_several_components_is_told_whose_static_constructor_hangs()
    {
        // As generated experiments do: the constructors are called directly, and no exception tells whose they were.
        var guard = new ConstructionGuard(LongLimit, TimeProvider.System);
        var session = new PluginLoadSession(_host.Plugins);
        var type = session.Load(_host.Plugins[1]).GetType("StaticHang.HangingLoss", throwOnError: true)!;
        var options = type.Assembly.GetType("StaticHang.LossOptions", throwOnError: true)!;
        var stuck = new StuckComponent(_host.Catalog, session, guard);

        var failure = Assert.Throws<PluginException>(() => guard.Run(
            new object(),
            () => Activator.CreateInstance(type, Activator.CreateInstance(options)),
            _ => stuck.Find(),
            late => throw new UnreachableException(null, late)));

        Assert.Contains("loss 'hanging-loss' does not return", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_no_static_constructor_hangs_the_experiment_and_its_plugins_are_named()
    {
        var guard = new ConstructionGuard(LongLimit, TimeProvider.System);
        var session = new PluginLoadSession(_host.Plugins);
        session.Load(_host.Plugins[0]);
        var stuck = new StuckComponent(_host.Catalog, session, guard);
        // Waited for where a constructor would run: what hangs is the point, on a thread that keeps no process alive.
        var never = new TaskCompletionSource<int>();

        var failure = Assert.Throws<UnfoldException>(() => guard.Run(
            new object(), () => never.Task.GetAwaiter().GetResult(), _ => stuck.Find(), late => PluginProblems.NothingReturns("mine", stuck.Candidates, guard.Limit, late)));

        Assert.Equal("UFP020", failure.Code);
        Assert.Contains("experiment 'mine' was not built within 5 s: a constructor does not return, in one of the plugins Good", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_comes_through_unchanged_with_the_place_where_it_was_thrown()
    {
        var failure = Assert.Throws<FormatException>(() => ConstructionWatch.Run<int>(() => throw new FormatException("here"), component: null, Limit, TimeProvider.System));

        Assert.Contains(nameof(A_failure_comes_through_unchanged_with_the_place_where_it_was_thrown), failure.StackTrace, StringComparison.Ordinal);
    }
}
